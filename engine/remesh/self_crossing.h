#pragma once

#include "engine/geometry/mesh.h"

#include <utility>
#include <vector>

namespace knotmap::remesh {

/// The pairs of triangles that intersect: an edge of one passes through the other. Pairs that share
/// one vertex are tested too, except at that vertex; those that share an edge are not. Each pair
/// once, the lower index first, in ascending order.
std::vector<std::pair<std::uint32_t, std::uint32_t>> selfCrossings(const geometry::Mesh& mesh);

/// Only the pairs that include a triangle asked about; `asked` has one entry per triangle, or none
/// for all.
std::vector<std::pair<std::uint32_t, std::uint32_t>> selfCrossings(const geometry::Mesh& mesh,
                                                                   const std::vector<bool>& asked);

} // namespace knotmap::remesh
