#include "engine/props/primitives.h"

#include "engine/geometry/loft.h"
#include "engine/volume/field.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/gtc/constants.hpp>
#include <unordered_map>
#include <unordered_set>

namespace knotmap::props {
namespace {

constexpr int kAround = 96;
constexpr float kCellMm = 1.6F;

} // namespace

geometry::Mesh lathe(const std::vector<glm::vec2>& profile, const glm::vec3& centre)
{
    geometry::Mesh mesh;
    for (const glm::vec2& point : profile)
        for (int k = 0; k < kAround; ++k) {
            const float angle = glm::two_pi<float>() * static_cast<float>(k) / kAround;
            mesh.positions.push_back(
                centre + glm::vec3(point.x, point.y * std::cos(angle), point.y * std::sin(angle)));
        }
    const auto vertex = [](std::size_t row, int k) {
        return static_cast<std::uint32_t>(row * kAround + static_cast<std::size_t>(k % kAround));
    };
    const auto add = [&](std::uint32_t a, std::uint32_t b, std::uint32_t c) {
        // Where the profile touches the axis its ring is one point, and half the triangles have no
        // area.
        if (mesh.positions[a] != mesh.positions[b] && mesh.positions[b] != mesh.positions[c] &&
            mesh.positions[c] != mesh.positions[a])
            mesh.indices.insert(mesh.indices.end(), {a, b, c});
    };
    for (std::size_t row = 0; row + 1 < profile.size(); ++row)
        for (int k = 0; k < kAround; ++k) {
            add(vertex(row, k), vertex(row + 1, k), vertex(row + 1, k + 1));
            add(vertex(row, k), vertex(row + 1, k + 1), vertex(row, k + 1));
        }
    turnOutward(mesh);
    computeNormals(mesh);
    return mesh;
}

geometry::Mesh sphere(const glm::vec3& centre, float radius)
{
    constexpr int kRows = 64;
    std::vector<glm::vec2> profile;
    for (int i = 0; i <= kRows; ++i) {
        const float angle = glm::pi<float>() * static_cast<float>(i) / kRows;
        const float out = i == 0 || i == kRows ? 0 : radius * std::sin(angle);
        profile.emplace_back(-radius * std::cos(angle), out);
    }
    geometry::Mesh mesh = lathe(profile, centre);
    for (std::size_t i = 0; i < mesh.positions.size(); ++i)
        mesh.normals[i] = (mesh.positions[i] - centre) / radius;
    return mesh;
}

geometry::Mesh tube(const std::vector<glm::vec3>& axis, const std::vector<float>& radii)
{
    constexpr int kColumns = 12;
    constexpr int kDome = 3; ///< extra rings to round each end
    geometry::Loft loft;
    loft.columns = kColumns;
    const auto addRing = [&](const glm::vec3& centre, const glm::vec3& along, float radius) {
        const glm::vec3 other = std::abs(along.x) < 0.8F ? glm::vec3(1, 0, 0) : glm::vec3(0, 0, 1);
        const glm::vec3 u = glm::normalize(glm::cross(along, other)), v = glm::cross(along, u);
        for (int k = 0; k < kColumns; ++k) {
            const float angle = glm::two_pi<float>() * static_cast<float>(k) / kColumns;
            loft.points.push_back(centre + radius * (std::cos(angle) * u + std::sin(angle) * v));
        }
        ++loft.rings;
    };
    const std::size_t last = axis.size() - 1;
    const glm::vec3 first = glm::normalize(axis[1] - axis[0]);
    const glm::vec3 final = glm::normalize(axis[last] - axis[last - 1]);
    loft.firstPole = axis.front() - first * radii.front();
    loft.secondPole = axis.back() + final * radii.back();
    for (int i = 1; i < kDome; ++i) {
        const float angle = glm::half_pi<float>() * static_cast<float>(i) / kDome;
        addRing(axis.front() - first * (radii.front() * std::cos(angle)), first,
                radii.front() * std::sin(angle));
    }
    for (std::size_t i = 0; i <= last; ++i) {
        const glm::vec3 along =
            glm::normalize(axis[std::min(i + 1, last)] - axis[i == 0 ? 0 : i - 1]);
        addRing(axis[i], along, radii[i]);
    }
    for (int i = kDome - 1; i >= 1; --i) {
        const float angle = glm::half_pi<float>() * static_cast<float>(i) / kDome;
        addRing(axis.back() + final * (radii.back() * std::cos(angle)), final,
                radii.back() * std::sin(angle));
    }
    return buildLoft(loft, 4);
}

geometry::Mesh united(const std::vector<geometry::Mesh>& parts, float blendMm)
{
    return volume::unite(parts, kCellMm, blendMm);
}

std::vector<std::vector<std::uint32_t>> openRims(const geometry::Mesh& mesh)
{
    const auto key = [](std::uint32_t from, std::uint32_t to) {
        return (static_cast<std::uint64_t>(from) << 32U) | to;
    };
    std::unordered_set<std::uint64_t> edges;
    const auto each = [&](auto visit) {
        for (std::size_t i = 0; i < mesh.indices.size(); ++i)
            visit(mesh.indices[i], mesh.indices[i % 3 == 2 ? i - 2 : i + 1]);
    };
    each([&](std::uint32_t from, std::uint32_t to) { edges.insert(key(from, to)); });
    std::unordered_map<std::uint32_t, std::uint32_t> next;
    each([&](std::uint32_t from, std::uint32_t to) {
        if (edges.count(key(to, from)) == 0)
            next[from] = to;
    });
    std::vector<std::vector<std::uint32_t>> rims;
    while (!next.empty()) {
        std::vector<std::uint32_t> rim;
        std::uint32_t vertex = next.begin()->first;
        for (auto step = next.find(vertex); step != next.end(); step = next.find(vertex)) {
            rim.push_back(vertex);
            vertex = step->second;
            next.erase(step);
        }
        rims.push_back(std::move(rim));
    }
    return rims;
}

} // namespace knotmap::props
