#pragma once

#include "engine/geometry/mesh.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace knotmap::remesh {

/// Betters the triangles of a closed mesh without moving a vertex: an edge becomes the other
/// diagonal of its two triangles where that makes the worse of the two rounder or turns it the
/// way the vertices' normals point, and changes the surface by less than a tenth of a millimetre
/// (more where a triangle is folded over). After Lawson, "Software for C1 surface interpolation"
/// (1977). `images` as of mirrorVertices: what is symmetric stays so. Where triangles would come
/// to cut each other they stay as they were. Returns the edges turned.
std::size_t flipEdges(geometry::Mesh& mesh, const std::vector<std::uint32_t>& images);

} // namespace knotmap::remesh
