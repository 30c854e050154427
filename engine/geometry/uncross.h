#pragma once

#include "engine/geometry/mesh.h"

#include <cstddef>
#include <vector>

namespace knotmap::geometry {

/// For each vertex of a mesh that is its own mirror image in x the vertex on the other side;
/// itself on the median plane, or where there is none.
std::vector<std::size_t> mirrorVertices(const Mesh& mesh);

/// Smooths a mesh where it cuts itself, and nowhere else, until no two triangles cross: their
/// vertices are drawn to the middle of their neighbours, wider and wider about a crossing that
/// stays. All places are first rounded to multiples of `latticeMm`, as they will be stored; a
/// rounding can turn a needle of a triangle over. Mirror images (`images`) stay mirror images.
/// Returns how many pairs of triangles are left that cross.
std::size_t uncross(Mesh& mesh, const std::vector<std::size_t>& images, float latticeMm);

} // namespace knotmap::geometry
