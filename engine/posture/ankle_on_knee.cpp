#include "engine/posture/ankle_on_knee.h"

#include "engine/posture/reach.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>
#include <utility>

namespace knotmap::posture {
namespace {

/// Midpoint of two landmarks.
std::optional<glm::vec3> between(const body::Atlas& atlas, const char* one, const char* other,
                                 core::Side side)
{
    const auto first = atlas.landmark(one, side), second = atlas.landmark(other, side);
    if (!first || !second)
        return std::nullopt;
    return 0.5F * (*first + *second);
}

/// Distance of a lower leg's skin from the other thigh, negative where it is inside; a large value
/// if it is not near.
float legOverThigh(const body::BodyModel& model, const body::BoneTransforms& transforms,
                   std::uint32_t knee, std::uint32_t hip)
{
    constexpr float kNearMm = 120;
    const body::CoarseSkin& skin = *model.coarseSkin;
    const geometry::Mesh& mesh = skin.surface().mesh();
    float smallest = kNearMm;
    for (std::uint32_t triangle = 0; triangle < mesh.indices.size() / 3; ++triangle) {
        if (skin.jointOf(triangle) != knee)
            continue;
        const glm::vec3 point = body::transformPoint(skin.transformAt(triangle, transforms),
                                                     mesh.positions[mesh.indices[3 * triangle]]);
        const glm::vec3 inThigh = body::inverseTransformPoint(transforms[hip], point);
        const auto near = skin.surface().closestWithin(inThigh, kNearMm);
        if (near && skin.jointOf(near->triangle) == hip)
            smallest = std::min(smallest, glm::dot(inThigh - near->position, near->normal));
    }
    return smallest;
}

} // namespace

AnklePlacement ankleOnKnee(const body::BodyModel& model, const body::Pose& pose, core::Side side)
{
    constexpr float kFleshGivesMm = 3, kCloseMm = 2;
    constexpr int kRounds = 4;
    const body::Skeleton& skeleton = *model.skeleton;
    const body::Atlas& atlas = *model.atlas;
    const core::Side other = core::opposite(side);
    const auto ankle = between(atlas, "ankle-outer", "leg-outer-lower", side);
    const auto thigh = between(atlas, "thigh-front-lower", "knee-front-above", other);
    const auto knee = skeleton.findJoint(anatomy::kKnee, side),
               hip = skeleton.findJoint(anatomy::kHip, other);
    if (!ankle || !thigh || !knee || !hip)
        return {pose, 0};
    const auto onAnkle = model.skin->closest(*ankle), onThigh = model.skin->closest(*thigh);
    const body::RigidTransform thighTransform = skeleton.transforms(pose)[*hip];
    const glm::vec3 up = body::transformDirection(thighTransform, onThigh->normal);
    posture::ReachGoal goal;
    goal.joint = *knee;
    goal.point = onAnkle->position;
    goal.target = body::transformPoint(thighTransform, onThigh->position);
    std::vector<std::uint32_t> dofs;
    static constexpr std::array<std::pair<anatomy::JointKey, const char*>, 4> kFreedoms = {
        {{anatomy::kHip, "flexion"},
         {anatomy::kHip, "abduction"},
         {anatomy::kHip, "inward rotation"},
         {anatomy::kKnee, "flexion"}}};
    for (const auto& [joint, motion] : kFreedoms)
        if (const auto dof = skeleton.find(joint, side, motion))
            dofs.push_back(*dof);
    // The leg rests on the thigh at their first contact, which may differ from the ankle's target.
    AnklePlacement placement{pose, 0};
    for (int round = 0; round < kRounds; ++round) {
        placement.pose = posture::reach(skeleton, pose, dofs, {goal});
        const float off =
            legOverThigh(model, skeleton.transforms(placement.pose), *knee, *hip) + kFleshGivesMm;
        placement.gapMm = std::abs(off);
        if (placement.gapMm < kCloseMm)
            break;
        goal.target -= off * up;
    }
    return placement;
}

} // namespace knotmap::posture
