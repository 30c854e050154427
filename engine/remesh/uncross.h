#pragma once

#include "engine/geometry/mesh.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace knotmap::remesh {

/// Smooths a mesh where it cuts itself or two of its vertices coincide, and nowhere else, until no
/// two triangles cross and no two vertices share a place: the vertices are drawn to the middle of
/// their neighbours, wider and wider about a fault that stays. All places are first rounded to
/// multiples of `latticeMm`, as they will be stored; a rounding can turn a needle of a triangle
/// over or shut it. Mirror images (`images`, see mirrorVertices) stay mirror images. Returns how
/// many pairs of triangles are left that cross, and vertices that share a place.
std::size_t uncross(geometry::Mesh& mesh, const std::vector<std::uint32_t>& images,
                    float latticeMm);

} // namespace knotmap::remesh
