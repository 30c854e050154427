#pragma once

#include "engine/geometry/mesh.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace knotmap::remesh {

/// Improves the triangles of a closed mesh without moving a vertex: an edge is replaced by the
/// other diagonal of its two triangles where that makes the worse of the two rounder or turns it
/// towards the vertices' normals, and changes the surface by less than a tenth of a millimetre
/// (more where a triangle is folded over). After Lawson, "Software for C1 surface interpolation"
/// (1977). `images` as in mirrorVertices: symmetry is preserved. Triangles that would come to
/// intersect each other are left as they were. Returns the number of edges flipped.
std::size_t flipEdges(geometry::Mesh& mesh, const std::vector<std::uint32_t>& images);

} // namespace knotmap::remesh
