#include "engine/remesh/self_crossing.h"

#include "engine/core/parallel.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <iterator>
#include <numeric>

namespace knotmap::remesh {
namespace {

using Corners = std::array<std::uint32_t, 3>;
using TrianglePoints = std::array<glm::dvec3, 3>;

Corners cornersOf(const geometry::Mesh& mesh, std::uint32_t triangle)
{
    const std::size_t i = std::size_t{3} * triangle;
    return {mesh.indices[i], mesh.indices[i + 1], mesh.indices[i + 2]};
}

TrianglePoints pointsOf(const geometry::Mesh& mesh, const Corners& corners)
{
    return {glm::dvec3(mesh.positions[corners[0]]), glm::dvec3(mesh.positions[corners[1]]),
            glm::dvec3(mesh.positions[corners[2]])};
}

/// Six times the signed volume of the tetrahedron.
double volume6(const glm::dvec3& a, const glm::dvec3& b, const glm::dvec3& c, const glm::dvec3& d)
{
    return glm::dot(glm::cross(b - a, c - a), d - a);
}

bool passesThrough(const glm::dvec3& from, const glm::dvec3& to, const TrianglePoints& t)
{
    const double above = volume6(t[0], t[1], t[2], from), below = volume6(t[0], t[1], t[2], to);
    if (above * below >= 0)
        return false;
    const double u = volume6(from, to, t[0], t[1]), v = volume6(from, to, t[1], t[2]),
                 w = volume6(from, to, t[2], t[0]);
    return (u > 0 && v > 0 && w > 0) || (u < 0 && v < 0 && w < 0);
}

/// Whether an edge of `a` that shares no corner with `b` passes through `b`.
bool anEdgePasses(const geometry::Mesh& mesh, const Corners& a, const Corners& b)
{
    const TrianglePoints pa = pointsOf(mesh, a), pb = pointsOf(mesh, b);
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

bool cross(const geometry::Mesh& mesh, std::uint32_t first, std::uint32_t second)
{
    const Corners a = cornersOf(mesh, first), b = cornersOf(mesh, second);
    const auto common = std::count_if(a.begin(), a.end(), [&](std::uint32_t v) {
        return std::find(b.begin(), b.end(), v) != b.end();
    });
    return common < 2 && (anEdgePasses(mesh, a, b) || anEdgePasses(mesh, b, a));
}

bool meet(const geometry::Bounds& a, const geometry::Bounds& b)
{
    return glm::all(glm::lessThanEqual(a.low, b.high)) &&
           glm::all(glm::lessThanEqual(b.low, a.high));
}

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

/// The crossings among some triangles. With `asked` (one entry per triangle, or empty: all) only
/// those that involve one of these.
class Sweep
{
public:
    Sweep(const geometry::Mesh& mesh, const std::vector<geometry::Bounds>& boxes,
          const geometry::Bounds& whole, const std::vector<bool>& asked)
        : m_mesh(mesh), m_boxes(boxes), m_low(whole.low), m_asked(asked),
          m_depth(columnsOf(whole.size().z)), m_columns(columnsOf(whole.size().x) * m_depth)
    {}

    /// `order` sorted by lowest corner; its first `known` triangles are tested only against the
    /// others.
    Pairs run(const std::vector<std::uint32_t>& order, std::size_t known)
    {
        Pairs found;
        for (std::size_t rank = 0; rank < order.size(); ++rank) {
            const std::uint32_t i = order[rank];
            const geometry::Bounds& box = m_boxes[i];
            for (std::size_t x = columnsOf(box.low.x - m_low.x) - 1;
                 x < columnsOf(box.high.x - m_low.x); ++x)
                for (std::size_t z = columnsOf(box.low.z - m_low.z) - 1;
                     z < columnsOf(box.high.z - m_low.z); ++z)
                    enter(m_columns[x * m_depth + z], i, rank >= known, found);
        }
        return found;
    }

private:
    static std::size_t columnsOf(float mm)
    {
        constexpr float kColumnMm = 8;
        return static_cast<std::size_t>(std::max(mm, 0.0F) / kColumnMm) + 1;
    }

    void enter(std::vector<std::uint32_t>& open, std::uint32_t i, bool meets, Pairs& found) const
    {
        const geometry::Bounds& box = m_boxes[i];
        open.erase(
            std::remove_if(open.begin(), open.end(),
                           [&](std::uint32_t other) { return m_boxes[other].high.y < box.low.y; }),
            open.end());
        if (meets)
            for (const std::uint32_t other : open)
                if ((m_asked.empty() || m_asked[i] || m_asked[other]) &&
                    meet(box, m_boxes[other]) && cross(m_mesh, i, other))
                    found.emplace_back(std::min(i, other), std::max(i, other));
        open.push_back(i);
    }

    const geometry::Mesh& m_mesh;
    const std::vector<geometry::Bounds>& m_boxes;
    glm::vec3 m_low;
    const std::vector<bool>& m_asked;
    std::size_t m_depth;
    std::vector<std::vector<std::uint32_t>> m_columns;
};

std::vector<geometry::Bounds> boxesOf(const geometry::Mesh& mesh)
{
    std::vector<geometry::Bounds> boxes(mesh.triangleCount());
    for (std::uint32_t i = 0; i < boxes.size(); ++i)
        for (const std::uint32_t corner : cornersOf(mesh, i))
            boxes[i].add(mesh.positions[corner]);
    return boxes;
}

/// The triangles that may meet one asked about: those in its cells. All if all are asked about.
std::vector<std::uint32_t> candidates(const std::vector<geometry::Bounds>& boxes,
                                      const std::vector<bool>& asked, const geometry::Bounds& whole)
{
    std::vector<std::uint32_t> found;
    if (asked.empty()) {
        found.resize(boxes.size());
        std::iota(found.begin(), found.end(), 0U);
        return found;
    }
    constexpr float kCellMm = 16;
    const glm::ivec3 count = glm::ivec3(whole.size() / kCellMm) + 1;
    std::vector<bool> cells(static_cast<std::size_t>(count.x) * static_cast<std::size_t>(count.y) *
                            static_cast<std::size_t>(count.z));
    const auto inCells = [&](const geometry::Bounds& box, const auto& visit) {
        const glm::ivec3 low((box.low - whole.low) / kCellMm),
            high((box.high - whole.low) / kCellMm);
        for (int x = low.x; x <= high.x; ++x)
            for (int y = low.y; y <= high.y; ++y)
                for (int z = low.z; z <= high.z; ++z)
                    if (visit(static_cast<std::size_t>((x * count.y + y) * count.z + z)))
                        return true;
        return false;
    };
    for (std::size_t i = 0; i < boxes.size(); ++i)
        if (asked[i])
            inCells(boxes[i], [&](std::size_t cell) {
                cells[cell] = true;
                return false;
            });
    for (std::uint32_t i = 0; i < boxes.size(); ++i)
        if (inCells(boxes[i], [&](std::size_t cell) -> bool { return cells[cell]; }))
            found.push_back(i);
    return found;
}

} // namespace

Pairs selfCrossings(const geometry::Mesh& mesh)
{
    return selfCrossings(mesh, {});
}

Pairs selfCrossings(const geometry::Mesh& mesh, const std::vector<bool>& asked)
{
    if (mesh.indices.empty())
        return {};
    const std::vector<geometry::Bounds> boxes = boxesOf(mesh);
    const geometry::Bounds whole = geometry::boundsOf(mesh);
    std::vector<std::uint32_t> order = candidates(boxes, asked, whole);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::pair(boxes[a].low.y, a) < std::pair(boxes[b].low.y, b);
    });
    // Sweep along Y, a body's longest axis; the boxes still open are kept by their columns in X and
    // Z, so that each triangle is tested only against its neighbours. Slabs of equally many
    // triangles are swept at a time; a triangle that reaches up into a slab takes part in it.
    constexpr std::size_t kSlab = 12000;
    const std::size_t slabs = (order.size() + kSlab - 1) / kSlab;
    std::vector<Pairs> parts(slabs);
    core::parallelFor(slabs, [&](std::size_t slab) {
        const auto begin = order.begin() + static_cast<std::ptrdiff_t>(slab * kSlab);
        const auto end =
            order.begin() + static_cast<std::ptrdiff_t>(std::min(order.size(), (slab + 1) * kSlab));
        std::vector<std::uint32_t> among;
        std::copy_if(order.begin(), begin, std::back_inserter(among),
                     [&](std::uint32_t i) { return boxes[i].high.y >= boxes[*begin].low.y; });
        const std::size_t reaching = among.size();
        among.insert(among.end(), begin, end);
        parts[slab] = Sweep(mesh, boxes, whole, asked).run(among, reaching);
    });
    Pairs found;
    for (const Pairs& part : parts)
        found.insert(found.end(), part.begin(), part.end());
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

} // namespace knotmap::remesh
