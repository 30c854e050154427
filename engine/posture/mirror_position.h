#pragma once

#include "engine/posture/solved_position.h"

namespace knotmap::posture {

/// The mirror image of a position in the median plane, with everything around it.
SolvedPosition mirrored(const body::BodyModel& model, const SolvedPosition& solved);

} // namespace knotmap::posture
