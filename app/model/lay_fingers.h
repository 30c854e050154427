#pragma once

#include "app/model/arm_clearance.h"

namespace knotmap::app {

/// Opens or closes the fingers of a grip that do not press: round what the hand is on, else
/// straight, else folded into the palm; each the first way in which it is clear of the body, or the
/// clearest. Returns how deep the worst of them then lies in it, mm.
float layFingers(const body::Skeleton& skeleton, const ArmClearance& clearance, core::Side side,
                 const HeldGrip& grip, body::Pose& pose);

} // namespace knotmap::app
