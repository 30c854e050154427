#include "app/model/ankle_on_knee.h"

#include "engine/body/reach.h"

#include <array>
#include <utility>

namespace knotmap::app {
namespace {

/// Half way between two landmarks.
std::optional<glm::vec3> between(const body::Atlas& atlas, const char* one, const char* other,
                                 core::Side side)
{
    const auto first = atlas.landmark(one, side), second = atlas.landmark(other, side);
    if (!first || !second)
        return std::nullopt;
    return 0.5F * (*first + *second);
}

} // namespace

AnkleLaid ankleOnKnee(const Library& library, const body::Pose& pose, core::Side side)
{
    constexpr float kFleshGivesMm = 4;
    const body::Skeleton& skeleton = *library.skeleton;
    const body::Atlas& atlas = *library.atlas;
    const core::Side other = core::opposite(side);
    const auto ankle = between(atlas, "ankle-outer", "leg-outer-lower", side);
    const auto thigh = between(atlas, "thigh-front-lower", "knee-front-above", other);
    const auto knee = skeleton.findJoint("knee", side), hip = skeleton.findJoint("hip", other);
    if (!ankle || !thigh || !knee || !hip)
        return {pose, 0};
    const auto onAnkle = library.skin->closest(*ankle), onThigh = library.skin->closest(*thigh);
    const body::Moves moves = skeleton.moves(pose);
    body::ReachGoal goal;
    goal.joint = *knee;
    goal.place = onAnkle->position;
    goal.target =
        body::movedPlace(moves[*hip], onThigh->position - kFleshGivesMm * onThigh->normal);
    std::vector<std::uint32_t> freedoms;
    static constexpr std::array<std::pair<const char*, const char*>, 4> kFreedoms = {
        {{"hip", "flexion"},
         {"hip", "abduction"},
         {"hip", "inward rotation"},
         {"knee", "flexion"}}};
    for (const auto& [joint, motion] : kFreedoms)
        if (const auto freedom = skeleton.find(joint, side, motion))
            freedoms.push_back(*freedom);
    const body::Pose crossed = body::reach(skeleton, pose, freedoms, {goal});
    return {crossed, body::missMm(skeleton.moves(crossed), goal)};
}

} // namespace knotmap::app
