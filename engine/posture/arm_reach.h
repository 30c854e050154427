#pragma once

#include "engine/posture/arm_supports.h"
#include "engine/posture/hold_grip.h"
#include "engine/posture/reach.h"

namespace knotmap::posture {

/// A goal for a landmark's point on the skin that a joint carries; its skin is to face `wanted`.
/// None if the body lacks either.
std::optional<posture::ReachGoal> landmarkGoal(const body::BodyModel& model, const char* landmark,
                                               const anatomy::JointKey& joint, core::Side side,
                                               const glm::vec3& target, const glm::vec3& wanted);

/// The pose with the right and left arm exchanged.
body::Pose armsExchanged(const body::Skeleton& skeleton, const body::Pose& pose);

/// The result of an arm's reach.
struct ArmReach
{
    body::Pose pose;
    float missMm = 0;        ///< from the goal
    float penetrationMm = 0; ///< of the arm in trunk, head or legs
};

/// Moves shoulder girdle, shoulder, elbow, forearm and wrist of one side until the grip's goal is
/// met, keeping the arm out of the rest of the body and off the floor; the best of a few starting
/// poses. Then the fingers that do not press open or close until they are clear too.
ArmReach reachWithArm(const body::BodyModel& model, const HeldGrip& grip, core::Side side,
                      const ArmSupports& supports = {});

} // namespace knotmap::posture
