#pragma once

#include "app/model/placed_point.h"
#include "engine/posture/solved_position.h"

#include <optional>

namespace knotmap::app {

/// Whether the program can show the position of a point.
bool hasPosition(const Library& library, const PlacedPoint& placed);

/// Brings the body into the first advised position of a point with the first advised tool. None
/// where the point has no advice or its position is described in words alone.
std::optional<posture::SolvedPosition> solvePosition(const Library& library,
                                                     const PlacedPoint& placed);

} // namespace knotmap::app
