#include "engine/volume/field.h"

#include "engine/geometry/nearest_on_triangle.h"

#include <algorithm>
#include <array>

namespace knotmap::volume {
namespace {

constexpr std::uint32_t kNone = 0xFFFFFFFFU;

/// How much further than a node's current nearest point its neighbour's may lie, in cells, for the
/// neighbour's triangle to be worth measuring.
constexpr float kWorthMeasuring = 0.25F;

/// Unsigned distances, propagated outward from the triangles node by node.
class NearestTriangles
{
public:
    NearestTriangles(const Grid& grid, float bandMm)
    {
        m_grid = grid;
        m_nodes.assign(grid.count(), {bandMm, kNone, kNone});
        m_points.resize(grid.count());
    }

    void add(const geometry::Mesh& mesh)
    {
        for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3)
            m_triangles.push_back({mesh.positions[mesh.indices[i]],
                                   mesh.positions[mesh.indices[i + 1]],
                                   mesh.positions[mesh.indices[i + 2]]});
    }

    Field run()
    {
        for (std::size_t t = 0; t < m_triangles.size(); ++t)
            seed(static_cast<std::uint32_t>(t));
        while (!m_front.empty())
            advance();
        Field field{m_grid, std::vector<float>(m_nodes.size())};
        for (std::size_t i = 0; i < m_nodes.size(); ++i)
            field.values[i] = m_nodes[i].distance;
        return field;
    }

private:
    struct Node
    {
        float distance = 0; ///< mm to the nearest triangle so far
        std::uint32_t triangle = kNone;
        std::uint32_t offered = kNone; ///< the triangle last offered to the neighbours
    };

    void seed(std::uint32_t t)
    {
        const auto& [a, b, c] = m_triangles[t];
        const Grid& grid = m_grid;
        const glm::vec3 low = glm::min(a, glm::min(b, c)), high = glm::max(a, glm::max(b, c));
        const glm::ivec3 first =
            glm::max(glm::ivec3(glm::floor((low - grid.origin) / grid.cell)), glm::ivec3(0));
        const glm::ivec3 last =
            glm::min(glm::ivec3(glm::floor((high - grid.origin) / grid.cell)) + 1, grid.size - 1);
        for (int z = first.z; z <= last.z; ++z)
            for (int y = first.y; y <= last.y; ++y)
                for (int x = first.x; x <= last.x; ++x)
                    if (const std::size_t node = grid.index(x, y, z); m_nodes[node].triangle != t)
                        offer(node, {x, y, z}, grid.node(x, y, z), t, m_front);
    }

    /// Measures triangle `t` for a node, which is at place `at`.
    void offer(std::size_t node, const glm::ivec3& index, const glm::vec3& at, std::uint32_t t,
               std::vector<glm::ivec3>& front)
    {
        const auto& [a, b, c] = m_triangles[t];
        const glm::vec3 share = geometry::nearestOnTriangle(at, a, b, c);
        const glm::vec3 point = share.x * a + share.y * b + share.z * c;
        const float distance = glm::distance(at, point);
        if (distance >= m_nodes[node].distance)
            return;
        m_nodes[node].distance = distance;
        m_nodes[node].triangle = t;
        m_points[node] = point;
        front.push_back(index);
    }

    void advance()
    {
        std::vector<glm::ivec3> front;
        for (const glm::ivec3& at : m_front)
            offerAround(at, front);
        m_front = std::move(front);
    }

    /// Offers a node's nearest triangle to its neighbours. A node that found a nearer one several
    /// times in a round is in the front as often; distances only fall, so the first time does.
    void offerAround(const glm::ivec3& at, std::vector<glm::ivec3>& front)
    {
        const std::size_t here = m_grid.index(at.x, at.y, at.z);
        const std::uint32_t triangle = m_nodes[here].triangle;
        if (m_nodes[here].offered == triangle)
            return;
        m_nodes[here].offered = triangle;
        const glm::vec3 point = m_points[here];
        const glm::ivec3 first = glm::max(at - 1, 0), last = glm::min(at + 1, m_grid.size - 1);
        for (int z = first.z; z <= last.z; ++z)
            for (int y = first.y; y <= last.y; ++y) {
                std::size_t node = m_grid.index(first.x, y, z);
                for (int x = first.x; x <= last.x; ++x, ++node) {
                    if (m_nodes[node].triangle == triangle)
                        continue;
                    const glm::vec3 neighbour = m_grid.node(x, y, z), offset = neighbour - point;
                    const float reach = m_nodes[node].distance + kWorthMeasuring * m_grid.cell;
                    if (glm::dot(offset, offset) < reach * reach)
                        offer(node, {x, y, z}, neighbour, triangle, front);
                }
            }
    }

    Grid m_grid;
    std::vector<Node> m_nodes;
    std::vector<glm::vec3> m_points; ///< on the nearest triangle
    std::vector<std::array<glm::vec3, 3>> m_triangles;
    std::vector<glm::ivec3> m_front;
};

struct Crossing
{
    std::uint64_t line = 0; ///< which row of nodes along X
    float x = 0;
    int turn = 0; ///< +1 where a ray along +X enters, -1 where it leaves
};

/// Twice the area of (a, b, p) in the YZ plane, exactly opposite for (b, a, p): two triangles that
/// share an edge never both hit a row of nodes, nor both miss it.
double sideOf(const glm::vec3& a, const glm::vec3& b, double y, double z)
{
    const bool swap = b.y < a.y || (b.y == a.y && b.z < a.z);
    const glm::dvec3 from = swap ? b : a, to = swap ? a : b;
    const double area = (to.y - from.y) * (z - from.z) - (to.z - from.z) * (y - from.y);
    const double sided = area == 0 ? 1e-300 : area;
    return swap ? -sided : sided;
}

void addCrossings(const Grid& grid, const glm::vec3& a, const glm::vec3& b, const glm::vec3& c,
                  std::vector<Crossing>& crossings)
{
    const glm::vec3 low = glm::min(a, glm::min(b, c)), high = glm::max(a, glm::max(b, c));
    const glm::ivec3 first =
        glm::max(glm::ivec3(glm::floor((low - grid.origin) / grid.cell)), glm::ivec3(0));
    const glm::ivec3 last =
        glm::min(glm::ivec3(glm::floor((high - grid.origin) / grid.cell)) + 1, grid.size - 1);
    for (int z = first.z; z <= last.z; ++z)
        for (int y = first.y; y <= last.y; ++y) {
            const glm::vec3 node = grid.node(0, y, z);
            const double u = sideOf(b, c, node.y, node.z), v = sideOf(c, a, node.y, node.z),
                         w = sideOf(a, b, node.y, node.z);
            if ((u > 0) != (v > 0) || (v > 0) != (w > 0))
                continue;
            const double sum = u + v + w;
            if (sum == 0)
                continue;
            const double x = (u * static_cast<double>(a.x) + v * static_cast<double>(b.x) +
                              w * static_cast<double>(c.x)) /
                             sum;
            crossings.push_back(
                {static_cast<std::uint64_t>(z) * static_cast<std::uint64_t>(grid.size.y) +
                     static_cast<std::uint64_t>(y),
                 static_cast<float>(x), sum > 0 ? -1 : 1});
        }
}

/// Marks the nodes inside the mesh, by winding number.
void markInside(const Grid& grid, const geometry::Mesh& mesh, std::vector<bool>& inside)
{
    std::vector<Crossing> crossings;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3)
        addCrossings(grid, mesh.positions[mesh.indices[i]], mesh.positions[mesh.indices[i + 1]],
                     mesh.positions[mesh.indices[i + 2]], crossings);
    std::sort(crossings.begin(), crossings.end(), [](const Crossing& a, const Crossing& b) {
        return a.line != b.line ? a.line < b.line : a.x < b.x;
    });
    int winding = 0;
    for (std::size_t i = 0; i + 1 < crossings.size(); ++i) {
        const Crossing &from = crossings[i], &to = crossings[i + 1];
        winding += from.turn;
        if (from.line != to.line)
            winding = 0;
        if (winding == 0)
            continue;
        const auto node = [&](float x) {
            return std::clamp(static_cast<int>(glm::ceil((x - grid.origin.x) / grid.cell)), 0,
                              grid.size.x);
        };
        const std::size_t row = from.line * static_cast<std::size_t>(grid.size.x);
        for (int x = node(from.x), end = node(to.x); x < end; ++x)
            inside[row + static_cast<std::size_t>(x)] = true;
    }
}

} // namespace

Field signedDistance(std::span<const geometry::Mesh* const> meshes, const Grid& grid, float bandMm)
{
    NearestTriangles nearest(grid, bandMm);
    std::vector<bool> inside(grid.count());
    for (const geometry::Mesh* mesh : meshes) {
        nearest.add(*mesh);
        markInside(grid, *mesh, inside);
    }
    Field field = nearest.run();
    for (std::size_t i = 0; i < inside.size(); ++i)
        if (inside[i])
            field.values[i] = -field.values[i];
    return field;
}

Field signedDistance(const geometry::Mesh& mesh, const Grid& grid, float bandMm)
{
    const geometry::Mesh* const one = &mesh;
    return signedDistance(std::span(&one, 1), grid, bandMm);
}

} // namespace knotmap::volume
