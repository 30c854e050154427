#pragma once

#include "engine/geometry/mesh.h"

#include <cstdint>
#include <vector>

namespace knotmap::geometry {

/// For each vertex of a mesh that is its own mirror image in x the vertex on the other side;
/// itself on the median plane, or where there is none. The mapping is an involution. Coincident
/// vertices are distinguished by the positions of their neighbours.
std::vector<std::uint32_t> mirrorVertices(const Mesh& mesh);

} // namespace knotmap::geometry
