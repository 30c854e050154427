#pragma once

#include "app/model/arm_reach.h"
#include "app/model/placed_point.h"

namespace knotmap::app {

/// What came of a hand's pressing.
struct PressingHand
{
    core::Side hand = core::Side::Right;
    ArmReach reach;
    body::ReachGoal goal; ///< what of the hand is to be where
    bool comesThere = false;
};

/// Brings a grip of one arm to a point: of the arm of side `named`, or of the other where that one
/// does not come there well and the point is not on the other arm itself. None where the body lacks
/// what the grip touches with.
std::optional<PressingHand> pressWithHand(const Library& library, const body::Pose& start,
                                          const PlacedPoint& placed, const care::Grip& grip,
                                          core::Side named, const ArmSupports& supports);

} // namespace knotmap::app
