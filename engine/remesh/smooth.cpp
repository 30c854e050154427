#include "engine/remesh/smooth.h"

#include <algorithm>

namespace knotmap::remesh {
namespace {

/// Fractions of the vector to the mean of the neighbours. Waves longer than about 14 edges, where
/// the two steps cancel (1 / shrink + 1 / swell = 0.1), pass unchanged.
constexpr float kShrink = 0.5F;
constexpr float kSwell = -0.5263F;

void step(geometry::Mesh& mesh, float share, std::vector<glm::vec3>& sums,
          const std::vector<float>& counts)
{
    std::fill(sums.begin(), sums.end(), glm::vec3(0));
    // Each edge of a closed surface occurs once in each direction, so every neighbour counts once.
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3)
        for (std::size_t k = 0; k < 3; ++k)
            sums[mesh.indices[i + k]] += mesh.positions[mesh.indices[i + (k + 1) % 3]];
    for (std::size_t v = 0; v < mesh.positions.size(); ++v)
        if (counts[v] > 0)
            mesh.positions[v] += share * (sums[v] / counts[v] - mesh.positions[v]);
}

} // namespace

void smooth(geometry::Mesh& mesh, int passes)
{
    std::vector<float> counts(mesh.positions.size(), 0.0F);
    for (const std::uint32_t index : mesh.indices)
        ++counts[index];
    std::vector<glm::vec3> sums(mesh.positions.size());
    for (int pass = 0; pass < passes; ++pass) {
        step(mesh, kShrink, sums, counts);
        step(mesh, kSwell, sums, counts);
    }
    geometry::computeNormals(mesh);
}

} // namespace knotmap::remesh
