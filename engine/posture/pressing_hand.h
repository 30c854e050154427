#pragma once

#include "engine/care/grip.h"
#include "engine/posture/arm_reach.h"
#include "engine/posture/press_target.h"

namespace knotmap::posture {

/// The result of a hand's pressing.
struct PressingHand
{
    core::Side hand = core::Side::Right;
    ArmReach reach;
    posture::ReachGoal goal; ///< what of the hand is to be where
    bool comesThere = false;
};

/// Brings a grip of one arm to a trigger point: of the arm of side `named`, or of the other if that
/// one does not reach well and the point is not on the other arm itself. None if the body lacks
/// what the grip touches with.
std::optional<PressingHand> pressWithHand(const body::BodyModel& model, const body::Pose& start,
                                          const PressTarget& target, const care::Grip& grip,
                                          core::Side named, const ArmSupports& supports);

} // namespace knotmap::posture
