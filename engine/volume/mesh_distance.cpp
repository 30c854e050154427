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
        m_field.grid = grid;
        m_field.values.assign(grid.count(), bandMm);
        m_nearest.assign(grid.count(), kNone);
        m_places.resize(grid.count());
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
        return std::move(m_field);
    }

private:
    void seed(std::uint32_t t)
    {
        const auto& [a, b, c] = m_triangles[t];
        const Grid& grid = m_field.grid;
        const glm::vec3 low = glm::min(a, glm::min(b, c)), high = glm::max(a, glm::max(b, c));
        const glm::ivec3 first =
            glm::max(glm::ivec3(glm::floor((low - grid.origin) / grid.cell)), glm::ivec3(0));
        const glm::ivec3 last =
            glm::min(glm::ivec3(glm::floor((high - grid.origin) / grid.cell)) + 1, grid.size - 1);
        for (int z = first.z; z <= last.z; ++z)
            for (int y = first.y; y <= last.y; ++y)
                for (int x = first.x; x <= last.x; ++x)
                    offer(x, y, z, t, m_front);
    }

    void offer(int x, int y, int z, std::uint32_t t, std::vector<glm::ivec3>& front)
    {
        const std::size_t node = m_field.grid.index(x, y, z);
        if (m_nearest[node] == t)
            return;
        const auto& [a, b, c] = m_triangles[t];
        const glm::vec3 at = m_field.grid.node(x, y, z);
        const glm::vec3 share = geometry::nearestOnTriangle(at, a, b, c);
        const glm::vec3 place = share.x * a + share.y * b + share.z * c;
        const float distance = glm::distance(at, place);
        if (distance >= m_field.values[node])
            return;
        m_field.values[node] = distance;
        m_places[node] = place;
        m_nearest[node] = t;
        front.emplace_back(x, y, z);
    }

    void advance()
    {
        std::vector<glm::ivec3> front;
        const Grid& grid = m_field.grid;
        for (const glm::ivec3& at : m_front) {
            const std::size_t here = grid.index(at.x, at.y, at.z);
            const glm::vec3 place = m_places[here];
            for (int k = 0; k < 27; ++k) {
                const glm::ivec3 next = at + glm::ivec3(k % 3, k / 3 % 3, k / 9) - 1;
                if (!grid.holds(next.x, next.y, next.z))
                    continue;
                const glm::vec3 way = grid.node(next.x, next.y, next.z) - place;
                const float reach = m_field.values[grid.index(next.x, next.y, next.z)] +
                                    kWorthMeasuring * grid.cell;
                if (glm::dot(way, way) < reach * reach)
                    offer(next.x, next.y, next.z, m_nearest[here], front);
            }
        }
        m_front = std::move(front);
    }

    Field m_field;
    std::vector<std::uint32_t> m_nearest;
    std::vector<glm::vec3> m_places; ///< on the nearest triangle
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
