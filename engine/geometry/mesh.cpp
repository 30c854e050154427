#include "engine/geometry/mesh.h"

#include <algorithm>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <unordered_map>

namespace knotmap::geometry {
namespace {

template <typename T>
void appendAttribute(std::vector<T>& whole, const std::vector<T>& part, std::size_t wholeCount,
                     std::size_t partCount)
{
    if (whole.empty() && part.empty())
        return;
    whole.resize(wholeCount, T{});
    if (part.empty())
        whole.resize(wholeCount + partCount, T{});
    else
        whole.insert(whole.end(), part.begin(), part.end());
}

} // namespace

Bounds boundsOf(const Mesh& mesh)
{
    Bounds bounds;
    for (const glm::vec3& position : mesh.positions)
        bounds.add(position);
    return bounds;
}

void computeNormals(Mesh& mesh)
{
    mesh.normals.assign(mesh.positions.size(), glm::vec3(0));
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const std::uint32_t a = mesh.indices[i], b = mesh.indices[i + 1], c = mesh.indices[i + 2];
        const glm::vec3 normal = glm::cross(mesh.positions[b] - mesh.positions[a],
                                            mesh.positions[c] - mesh.positions[a]);
        for (const std::uint32_t vertex : {a, b, c})
            mesh.normals[vertex] += normal;
    }
    for (glm::vec3& normal : mesh.normals) {
        const float length = glm::length(normal);
        normal = length > 1e-12F ? normal / length : glm::vec3(0, 1, 0);
    }
}

Mesh mirrored(const Mesh& mesh)
{
    Mesh image = mesh;
    for (glm::vec3& position : image.positions)
        position.x = -position.x;
    for (glm::vec3& normal : image.normals)
        normal.x = -normal.x;
    for (glm::vec3& fibre : image.fibres)
        fibre.x = -fibre.x;
    for (std::size_t i = 0; i + 2 < image.indices.size(); i += 3)
        std::swap(image.indices[i + 1], image.indices[i + 2]);
    return image;
}

void append(Mesh& whole, const Mesh& part)
{
    const std::size_t before = whole.positions.size(), added = part.positions.size();
    const auto offset = static_cast<std::uint32_t>(before);
    whole.positions.insert(whole.positions.end(), part.positions.begin(), part.positions.end());
    appendAttribute(whole.normals, part.normals, before, added);
    appendAttribute(whole.fibres, part.fibres, before, added);
    appendAttribute(whole.fibreCoordinates, part.fibreCoordinates, before, added);
    appendAttribute(whole.tendon, part.tendon, before, added);
    whole.indices.reserve(whole.indices.size() + part.indices.size());
    for (const std::uint32_t index : part.indices)
        whole.indices.push_back(index + offset);
}

bool isClosedManifold(const Mesh& mesh)
{
    std::unordered_map<std::uint64_t, int> halfEdges;
    halfEdges.reserve(mesh.indices.size());
    const auto key = [](std::uint32_t from, std::uint32_t to) {
        return (static_cast<std::uint64_t>(from) << 32U) | to;
    };
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3)
        for (std::size_t corner = 0; corner < 3; ++corner)
            ++halfEdges[key(mesh.indices[i + corner], mesh.indices[i + (corner + 1) % 3])];
    return std::all_of(halfEdges.begin(), halfEdges.end(), [&](const auto& entry) {
        const auto from = static_cast<std::uint32_t>(entry.first >> 32U);
        const auto to = static_cast<std::uint32_t>(entry.first);
        const auto back = halfEdges.find(key(to, from));
        return entry.second == 1 && back != halfEdges.end() && back->second == 1;
    });
}

double volume(const Mesh& mesh)
{
    double sum = 0;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const glm::dvec3 a = mesh.positions[mesh.indices[i]];
        const glm::dvec3 b = mesh.positions[mesh.indices[i + 1]];
        const glm::dvec3 c = mesh.positions[mesh.indices[i + 2]];
        sum += glm::dot(a, glm::cross(b, c)) / 6.0;
    }
    return sum;
}

void turnOutward(Mesh& mesh)
{
    if (volume(mesh) >= 0)
        return;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3)
        std::swap(mesh.indices[i + 1], mesh.indices[i + 2]);
}

} // namespace knotmap::geometry
