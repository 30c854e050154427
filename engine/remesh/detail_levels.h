#pragma once

#include "engine/geometry/detail_level.h"

#include <cstdint>
#include <vector>

namespace knotmap::remesh {

/// Coarser levels of a mesh, finest first, the full one not among them, down to a few triangles for
/// when a pixel covers millimetres. Each strays some two to three times as far as the one before
/// (quadric error, Garland and Heckbert 1997, by meshoptimizer).
std::vector<geometry::DetailLevel> coarserLevels(const geometry::Mesh& mesh);

/// Puts triangles and vertices into the order in which they are drawn fastest and stored smallest.
/// The surface stays what it is; vertices that no triangle uses go.
void orderForDrawing(geometry::Mesh& mesh);

} // namespace knotmap::remesh
