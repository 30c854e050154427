#include "engine/geometry/mirror.h"

#include <glm/geometric.hpp>
#include <limits>
#include <unordered_map>

namespace knotmap::geometry {
namespace {

struct PointHash
{
    std::size_t operator()(const glm::vec3& point) const
    {
        const std::hash<float> hash;
        return hash(point.x) ^ (hash(point.y) * 31U) ^ (hash(point.z) * 1009U);
    }
};

/// For each vertex the sum of the positions of its neighbours.
std::vector<glm::dvec3> sumsAbout(const Mesh& mesh)
{
    std::vector<glm::dvec3> sums(mesh.positions.size(), glm::dvec3(0));
    // On a closed mesh an edge occurs once in each direction, so each neighbour counts once.
    for (std::size_t i = 0; i < mesh.indices.size(); ++i) {
        const std::uint32_t next = mesh.indices[i % 3 == 2 ? i - 2 : i + 1];
        sums[mesh.indices[i]] += glm::dvec3(mesh.positions[next]);
    }
    return sums;
}

} // namespace

std::vector<std::uint32_t> mirrorVertices(const Mesh& mesh)
{
    const glm::vec3 mirror(-1, 1, 1);
    std::unordered_map<glm::vec3, std::vector<std::uint32_t>, PointHash> byPoint;
    byPoint.reserve(mesh.positions.size());
    const auto count = static_cast<std::uint32_t>(mesh.positions.size());
    for (std::uint32_t v = 0; v < count; ++v)
        byPoint[mesh.positions[v] + 0.0F].push_back(v); // no -0
    const std::vector<glm::dvec3> sums = sumsAbout(mesh);
    std::vector<std::uint32_t> images(count);
    for (std::uint32_t v = 0; v < count; ++v) {
        images[v] = v;
        const auto found = byPoint.find(mesh.positions[v] * mirror + 0.0F);
        if (mesh.positions[v].x == 0 || found == byPoint.end())
            continue;
        double smallest = std::numeric_limits<double>::max();
        for (const std::uint32_t other : found->second) {
            const double off = glm::distance(sums[v] * glm::dvec3(mirror), sums[other]);
            if (off < smallest) {
                smallest = off;
                images[v] = other;
            }
        }
    }
    for (std::uint32_t v = 0; v < count; ++v)
        if (images[images[v]] != v)
            images[v] = v;
    return images;
}

} // namespace knotmap::geometry
