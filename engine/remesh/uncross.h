#pragma once

#include "engine/geometry/mesh.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace knotmap::remesh {

/// Smooths a mesh where it intersects itself or two of its vertices coincide, and nowhere else,
/// until no two triangles cross and no two vertices coincide: the vertices are moved towards the
/// mean of their neighbours, over a growing neighbourhood of a fault that persists. All positions
/// are first rounded to multiples of `latticeMm`, as they will be stored; rounding can flip or
/// close a needle triangle. Mirror images (`images`, see mirrorVertices) stay mirror images.
/// Returns the number of crossing pairs of triangles and coincident vertices that remain.
std::size_t uncross(geometry::Mesh& mesh, const std::vector<std::uint32_t>& images,
                    float latticeMm);

} // namespace knotmap::remesh
