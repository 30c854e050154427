#pragma once

#include "app/model/placed_point.h"
#include "engine/posture/solved_position.h"

#include <optional>

namespace knotmap::app {

/// Whether the program can show the position for a trigger point.
bool hasPosition(const Library& library, const PlacedPoint& placed);

/// Brings the body into the first advised position for a trigger point with the first advised tool.
/// None if the point has no advice or its position is described in words only.
std::optional<posture::SolvedPosition> solvePosition(const Library& library,
                                                     const PlacedPoint& placed);

} // namespace knotmap::app
