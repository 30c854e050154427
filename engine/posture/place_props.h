#pragma once

#include "engine/posture/on_supports.h"
#include "engine/posture/solved_position.h"

namespace knotmap::posture {

/// Sets up what carries a body, where the body needs it: floor and mat, wall or doorway, chair or
/// bed, table, cushions. A mat lifts the body; `body.gapMm` grows where a thing of true measure
/// does not come up to the body.
void placeProps(const body::BodyModel& model, const ToSupport& what, Supported& body,
                SolvedPosition& solved);

} // namespace knotmap::posture
