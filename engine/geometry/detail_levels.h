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

/// Coarser levels of a mesh, finest first, the full one not among them, down to a few triangles for
/// when a pixel covers millimetres. Each strays some two to three times as far as the one before
/// (quadric error, Garland and Heckbert 1997, by meshoptimizer).
std::vector<DetailLevel> coarserLevels(const Mesh& mesh);

/// The triangles of the coarsest level that strays at most `errorMm`, else of the mesh itself.
const std::vector<std::uint32_t>&
trianglesWithin(const Mesh& mesh, const std::vector<DetailLevel>& coarser, float errorMm);

/// Puts triangles and vertices into the order in which they are drawn fastest and stored smallest.
/// The surface stays what it is; vertices that no triangle uses go.
void orderForDrawing(Mesh& mesh);

} // namespace knotmap::geometry
