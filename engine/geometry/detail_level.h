#pragma once

#include "engine/geometry/mesh.h"

#include <cstdint>
#include <vector>

namespace knotmap::geometry {

/// Fewer triangles over a mesh's vertices, and how far they stray from the full ones.
struct DetailLevel
{
    std::vector<std::uint32_t> indices;
    float errorMm = 0;
};

/// The triangles of the coarsest level that strays at most `errorMm`, else of the mesh itself.
const std::vector<std::uint32_t>&
trianglesWithin(const Mesh& mesh, const std::vector<DetailLevel>& coarser, float errorMm);

} // namespace knotmap::geometry
