#pragma once

#include "engine/posture/solved_position.h"

namespace knotmap::posture {

/// The image of a position in the median plane, with all that stands about it.
SolvedPosition mirrored(const body::BodyModel& model, const SolvedPosition& solved);

} // namespace knotmap::posture
