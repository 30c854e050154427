#include "app/model/free_hands.h"

#include "app/model/apply_pose.h"
#include "app/model/arm_reach.h"

#include <algorithm>
#include <glm/matrix.hpp>
#include <tuple>
#include <utility>

namespace knotmap::app {
namespace {

/// Half the thickness of a palm on the floor.
constexpr float kPalmMm = 15;
/// A shoulder lower than this over the floor is carried by the forearm.
constexpr float kUpperArmMm = 290;

using Named = std::pair<const char*, const char*>;

std::vector<std::uint32_t> freedomsOf(const body::Skeleton& skeleton, core::Side side,
                                      std::initializer_list<Named> names)
{
    std::vector<std::uint32_t> freedoms;
    for (const auto& [joint, motion] : names)
        if (const auto freedom = skeleton.find(joint, side, motion))
            freedoms.push_back(*freedom);
    return freedoms;
}

/// The landmark's place brought down to the floor.
std::optional<body::ReachGoal> goalOnFloor(const Library& library, const body::Moves& moves,
                                           const glm::mat4& placement, const Named& named,
                                           core::Side side)
{
    const glm::mat4 toBody = glm::inverse(placement);
    auto goal = landmarkGoal(library, named.first, named.second, side, glm::vec3(0), glm::vec3(0));
    if (!goal)
        return goal;
    glm::vec3 target(placement * glm::vec4(movedPlace(moves[goal->joint], goal->place), 1));
    target.y = kPalmMm;
    goal->target = glm::vec3(toBody * glm::vec4(target, 1));
    goal->along = glm::vec3(toBody * glm::vec4(0, -1, 0, 0));
    return goal;
}

} // namespace

body::Pose handOnThigh(const Library& library, const body::Pose& pose, core::Side side)
{
    constexpr float kNearMm = 30;
    const body::Skeleton& skeleton = *library.skeleton;
    const auto thigh = library.atlas->landmark("thigh-front-mid", side);
    if (!thigh)
        return pose;
    body::Pose start = pose;
    for (const auto& [joint, motion, angle] :
         {std::tuple{"glenohumeral", "flexion", 12.0F},
          std::tuple{"glenohumeral", "abduction", 12.0F},
          std::tuple{"glenohumeral", "inward rotation", 10.0F},
          std::tuple{"elbow", "flexion", 55.0F}, std::tuple{"radioulnar", "pronation", 110.0F}})
        (void)skeleton.set(start, joint, side, motion, angle); // one it lacks is no loss
    const body::RigidMove move = moveAt(library, skeleton.moves(pose), *thigh);
    const auto onSkin = library.skin->closest(*thigh);
    const glm::vec3 down = -turned(move, onSkin->normal);
    auto goal = landmarkGoal(library, "palm-mid", "wrist", side,
                             movedPlace(move, onSkin->position) - 4.0F * down, down);
    if (!goal)
        return pose;
    goal->directionMm = 20;
    const auto freedoms = freedomsOf(skeleton, side,
                                     {{"glenohumeral", "flexion"},
                                      {"glenohumeral", "abduction"},
                                      {"glenohumeral", "inward rotation"},
                                      {"elbow", "flexion"},
                                      {"wrist", "flexion"}});
    const body::Pose rested = body::reach(skeleton, start, freedoms, {*goal});
    return body::missMm(skeleton.moves(rested), *goal) < kNearMm ? rested : pose;
}

HandDown handOnFloor(const Library& library, const body::Pose& pose, const glm::mat4& placement,
                     core::Side side)
{
    const body::Skeleton& skeleton = *library.skeleton;
    const body::Moves moves = skeleton.moves(pose);
    HandDown result{pose, 0};
    const auto shoulder = skeleton.findJoint("glenohumeral", side);
    if (!shoulder)
        return result;
    const glm::vec3 at(placement *
                       glm::vec4(movedPlace(moves[*shoulder], skeleton.joints()[*shoulder].at), 1));
    std::vector<Named> down = {{"palm-mid", "wrist"}, {"middle-tip", "distal-interphalangeal-3"}};
    if (at.y < kUpperArmMm)
        down.emplace_back("olecranon", "elbow");
    std::vector<body::ReachGoal> goals;
    for (const Named& named : down)
        if (const auto goal = goalOnFloor(library, moves, placement, named, side))
            goals.push_back(*goal);
    const auto freedoms = freedomsOf(skeleton, side,
                                     {{"glenohumeral", "flexion"},
                                      {"glenohumeral", "abduction"},
                                      {"glenohumeral", "inward rotation"},
                                      {"elbow", "flexion"},
                                      {"wrist", "flexion"},
                                      {"wrist", "ulnar deviation"}});
    result.pose = body::reach(skeleton, pose, freedoms, goals);
    const body::Moves reached = skeleton.moves(result.pose);
    for (const body::ReachGoal& goal : goals)
        result.gapMm = std::max(result.gapMm, body::missMm(reached, goal));
    return result;
}

} // namespace knotmap::app
