#include "engine/geometry/simplify.h"

#include <algorithm>
#include <meshoptimizer.h>
#include <numeric>

namespace knotmap::geometry {
namespace {

std::uint32_t rootOf(std::vector<std::uint32_t>& parent, std::uint32_t vertex) {
    while (parent[vertex] != vertex) {
        parent[vertex] = parent[parent[vertex]];
        vertex = parent[vertex];
    }
    return vertex;
}

/// The triangles of the piece that has most of them.
std::vector<std::uint32_t> largestPiece(const Mesh& mesh) {
    std::vector<std::uint32_t> parent(mesh.positions.size());
    std::iota(parent.begin(), parent.end(), 0U);
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3)
        for (std::size_t k = 1; k < 3; ++k)
            parent[rootOf(parent, mesh.indices[i + k])] = rootOf(parent, mesh.indices[i]);
    std::vector<std::size_t> count(parent.size(), 0);
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3)
        ++count[rootOf(parent, mesh.indices[i])];
    const auto largest = static_cast<std::uint32_t>(
        std::max_element(count.begin(), count.end()) - count.begin());
    std::vector<std::uint32_t> indices;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3)
        if (rootOf(parent, mesh.indices[i]) == largest)
            indices.insert(indices.end(), {mesh.indices[i], mesh.indices[i + 1],
                                           mesh.indices[i + 2]});
    return indices;
}

} // namespace

Mesh simplified(const Mesh& mesh, std::size_t triangles) {
    constexpr float kLargestError = 1e-2F; // of the mesh's extent
    if (mesh.empty())
        return {};
    std::vector<std::uint32_t> indices = largestPiece(mesh);
    const std::size_t wanted = std::min(indices.size(), 3 * triangles);
    std::vector<std::uint32_t> fewer(indices.size());
    fewer.resize(meshopt_simplify(fewer.data(), indices.data(), indices.size(),
                                  &mesh.positions[0].x, mesh.positions.size(), sizeof(glm::vec3),
                                  wanted, kLargestError));
    Mesh result;
    std::vector<std::uint32_t> moved(mesh.positions.size(), UINT32_MAX);
    for (const std::uint32_t index : fewer) {
        if (moved[index] == UINT32_MAX) {
            moved[index] = static_cast<std::uint32_t>(result.positions.size());
            result.positions.push_back(mesh.positions[index]);
        }
        result.indices.push_back(moved[index]);
    }
    computeNormals(result);
    return result;
}

} // namespace knotmap::geometry
