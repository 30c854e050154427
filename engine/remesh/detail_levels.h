#pragma once

#include "engine/geometry/detail_level.h"

#include <cstdint>
#include <vector>

namespace knotmap::remesh {

/// Coarser levels of a mesh, finest first, excluding the full one, down to a few triangles for when
/// a pixel covers millimetres. Each deviates some two to three times as far as the previous one
/// (quadric error, Garland and Heckbert 1997, by meshoptimizer).
std::vector<geometry::DetailLevel> coarserLevels(const geometry::Mesh& mesh);

/// Reorders triangles and vertices for fast drawing and small storage. The surface is unchanged;
/// vertices that no triangle uses are removed.
void orderForDrawing(geometry::Mesh& mesh);

} // namespace knotmap::remesh
