#pragma once

#include "engine/posture/on_supports.h"
#include "engine/posture/solved_position.h"

namespace knotmap::posture {

/// Sets up the supports of a body where it needs them: floor and mat, wall or doorway, chair or
/// bed, table, cushions. A mat raises the body; `body.gapMm` grows where an object of realistic
/// dimensions does not reach the body.
void placeProps(const body::BodyModel& model, const ToSupport& what, Supported& body,
                SolvedPosition& solved);

} // namespace knotmap::posture
