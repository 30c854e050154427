#pragma once

#include "app/model/arm_reach.h"
#include "app/model/placed_point.h"

namespace knotmap::app {

/// How deep a pad sinks in.
inline constexpr float kPadSinkMm = 3;

/// The hand that a posture names to press with, and what of it presses.
struct NamedHand
{
    core::Side side = core::Side::Right;
    bool thumb = true; ///< else the index finger
};

/// What came of a hand's pressing.
struct PressingHand
{
    core::Side hand = core::Side::Right;
    ArmReach reach;
    bool comesThere = false;
};

/// Turns an arm until the pad of thumb or finger lies on the point: the arm named, or the other
/// where that one does not come there well and the point is not on the other arm itself. None where
/// the body lacks the pad.
std::optional<PressingHand> pressWithHand(const Library& library, const body::Pose& start,
                                          const PlacedPoint& placed, const NamedHand& named,
                                          const ArmSupports& supports);

} // namespace knotmap::app
