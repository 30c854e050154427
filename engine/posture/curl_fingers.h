#pragma once

#include "engine/posture/arm_clearance.h"

namespace knotmap::posture {

/// Opens or closes the fingers and the thumb of a grip that do not press: round what the hand is
/// on, else straight, else folded into the palm; each the first way in which it is clear of the
/// body, or the clearest. Fingers that press side by side each bend until their pad lies as deep as
/// the grip presses. Returns how deep the worst of those that do not press then lies in the body,
/// mm.
float curlFingers(const body::Skeleton& skeleton, const ArmClearance& clearance, core::Side side,
                  const HeldGrip& grip, body::Pose& pose);

} // namespace knotmap::posture
