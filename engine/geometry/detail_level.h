#pragma once

#include "engine/geometry/mesh.h"

#include <cstdint>
#include <vector>

namespace knotmap::geometry {

/// Fewer triangles over a mesh's vertices, and their deviation from the full mesh.
struct DetailLevel
{
    std::vector<std::uint32_t> indices;
    float errorMm = 0;
};

/// The triangles of the coarsest level that deviates at most `errorMm`, else of the mesh itself.
const std::vector<std::uint32_t>&
trianglesWithin(const Mesh& mesh, const std::vector<DetailLevel>& coarser, float errorMm);

} // namespace knotmap::geometry
