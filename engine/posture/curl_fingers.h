#pragma once

#include "engine/posture/arm_clearance.h"

namespace knotmap::posture {

/// Opens or closes the fingers and the thumb of a grip that do not press: round what the hand is
/// on, else straight, else folded into the palm; each in the first configuration that is clear of
/// the body, or the clearest. Fingers that press side by side each bend until their pad is as deep
/// as the grip presses. Returns the greatest depth in the body of those that do not press, mm.
float curlFingers(const body::Skeleton& skeleton, const ArmClearance& clearance, core::Side side,
                  const HeldGrip& grip, body::Pose& pose);

} // namespace knotmap::posture
