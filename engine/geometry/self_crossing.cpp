#include "engine/geometry/self_crossing.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <numeric>

namespace knotmap::geometry {
namespace {

using Corners = std::array<std::uint32_t, 3>;
using Places = std::array<glm::dvec3, 3>;

Corners cornersOf(const Mesh& mesh, std::uint32_t triangle)
{
    const std::size_t i = std::size_t{3} * triangle;
    return {mesh.indices[i], mesh.indices[i + 1], mesh.indices[i + 2]};
}

Places placesOf(const Mesh& mesh, const Corners& corners)
{
    return {glm::dvec3(mesh.positions[corners[0]]), glm::dvec3(mesh.positions[corners[1]]),
            glm::dvec3(mesh.positions[corners[2]])};
}

/// Six times the volume of the tetrahedron.
double volume6(const glm::dvec3& a, const glm::dvec3& b, const glm::dvec3& c, const glm::dvec3& d)
{
    return glm::dot(glm::cross(b - a, c - a), d - a);
}

bool passesThrough(const glm::dvec3& from, const glm::dvec3& to, const Places& t)
{
    const double above = volume6(t[0], t[1], t[2], from), below = volume6(t[0], t[1], t[2], to);
    if (above * below >= 0)
        return false;
    const double u = volume6(from, to, t[0], t[1]), v = volume6(from, to, t[1], t[2]),
                 w = volume6(from, to, t[2], t[0]);
    return (u > 0 && v > 0 && w > 0) || (u < 0 && v < 0 && w < 0);
}

/// Whether an edge of `a` that has no corner in common with `b` passes through `b`.
bool anEdgePasses(const Mesh& mesh, const Corners& a, const Corners& b)
{
    const Places pa = placesOf(mesh, a), pb = placesOf(mesh, b);
    const auto shared = [&](std::uint32_t v) {
        return std::find(b.begin(), b.end(), v) != b.end();
    };
    for (std::size_t k = 0; k < 3; ++k) {
        const std::size_t next = (k + 1) % 3;
        if (!shared(a[k]) && !shared(a[next]) && passesThrough(pa[k], pa[next], pb))
            return true;
    }
    return false;
}

bool cross(const Mesh& mesh, std::uint32_t first, std::uint32_t second)
{
    const Corners a = cornersOf(mesh, first), b = cornersOf(mesh, second);
    const auto common = std::count_if(a.begin(), a.end(), [&](std::uint32_t v) {
        return std::find(b.begin(), b.end(), v) != b.end();
    });
    return common < 2 && (anEdgePasses(mesh, a, b) || anEdgePasses(mesh, b, a));
}

bool meet(const Bounds& a, const Bounds& b)
{
    return glm::all(glm::lessThanEqual(a.low, b.high)) &&
           glm::all(glm::lessThanEqual(b.low, a.high));
}

} // namespace

std::vector<std::pair<std::uint32_t, std::uint32_t>> selfCrossings(const Mesh& mesh)
{
    const auto count = static_cast<std::uint32_t>(mesh.triangleCount());
    std::vector<Bounds> boxes(count);
    for (std::uint32_t i = 0; i < count; ++i)
        for (const std::uint32_t corner : cornersOf(mesh, i))
            boxes[i].add(mesh.positions[corner]);
    // Sweep along Y, the long way of a body; the boxes still open are kept by their columns in
    // X and Z, so that each triangle meets only those beside it.
    constexpr float kColumnMm = 8;
    const Bounds whole = boundsOf(mesh);
    const auto columnsOf = [&](float mm) { return static_cast<std::size_t>(mm / kColumnMm) + 1; };
    const std::size_t width = count == 0 ? 1 : columnsOf(whole.size().x);
    const std::size_t depth = count == 0 ? 1 : columnsOf(whole.size().z);
    std::vector<std::vector<std::uint32_t>> columns(width * depth);
    std::vector<std::uint32_t> order(count);
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::pair(boxes[a].low.y, a) < std::pair(boxes[b].low.y, b);
    });
    std::vector<std::pair<std::uint32_t, std::uint32_t>> found;
    for (const std::uint32_t i : order)
        for (std::size_t x = columnsOf(boxes[i].low.x - whole.low.x) - 1;
             x < columnsOf(boxes[i].high.x - whole.low.x); ++x)
            for (std::size_t z = columnsOf(boxes[i].low.z - whole.low.z) - 1;
                 z < columnsOf(boxes[i].high.z - whole.low.z); ++z) {
                auto& open = columns[x * depth + z];
                open.erase(std::remove_if(open.begin(), open.end(),
                                          [&](std::uint32_t other) {
                                              return boxes[other].high.y < boxes[i].low.y;
                                          }),
                           open.end());
                for (const std::uint32_t other : open)
                    if (meet(boxes[i], boxes[other]) && cross(mesh, i, other))
                        found.emplace_back(std::min(i, other), std::max(i, other));
                open.push_back(i);
            }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

} // namespace knotmap::geometry
