#include "engine/geometry/surface.h"

#include "engine/geometry/nearest_on_triangle.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <limits>
#include <numeric>

namespace knotmap::geometry {
namespace {

constexpr std::uint32_t kLeafSize = 4;
/// Deeper than any tree over 32-bit indices.
constexpr std::size_t kMaxLevels = 40;

struct Node
{
    Bounds bounds;
    std::uint32_t begin = 0, end = 0; ///< triangles of a leaf
    std::uint32_t right = 0;          ///< second child; the first follows the node itself
    bool leaf = false;
};

float squaredDistance(const Bounds& bounds, const glm::vec3& point)
{
    const auto outside = [](float low, float high, float at) {
        const float off = low - at > at - high ? low - at : at - high;
        return off > 0 ? off : 0;
    };
    const float x = outside(bounds.low.x, bounds.high.x, point.x);
    const float y = outside(bounds.low.y, bounds.high.y, point.y);
    const float z = outside(bounds.low.z, bounds.high.z, point.z);
    return x * x + y * y + z * z;
}

bool rayMeets(const Bounds& bounds, const glm::vec3& origin, const glm::vec3& inverse, float maxMm)
{
    const glm::vec3 a = (bounds.low - origin) * inverse, b = (bounds.high - origin) * inverse;
    const glm::vec3 near = glm::min(a, b), far = glm::max(a, b);
    const float enter = std::max({near.x, near.y, near.z, 0.0F});
    return enter <= std::min({far.x, far.y, far.z, maxMm});
}

/// Moeller and Trumbore, Fast, Minimum Storage Ray/Triangle Intersection
/// (1997).
std::optional<std::pair<float, glm::vec3>> crossing(const glm::vec3& origin,
                                                    const glm::vec3& direction, const glm::vec3& a,
                                                    const glm::vec3& b, const glm::vec3& c)
{
    const glm::vec3 ab = b - a, ac = c - a, p = glm::cross(direction, ac);
    const float determinant = glm::dot(ab, p);
    if (std::abs(determinant) < 1e-12F)
        return std::nullopt;
    const glm::vec3 s = origin - a, q = glm::cross(s, ab);
    const float u = glm::dot(s, p) / determinant, v = glm::dot(direction, q) / determinant;
    const float t = glm::dot(ac, q) / determinant;
    if (u < 0 || v < 0 || u + v > 1 || t < 0)
        return std::nullopt;
    return std::make_pair(t, glm::vec3(1 - u - v, u, v));
}

} // namespace

/// A bounding volume hierarchy, split at the median of the longest side.
struct Surface::Tree
{
    std::vector<Node> nodes;
    std::vector<std::uint32_t> triangles;

    std::array<glm::vec3, 3> corners(const Mesh& mesh, std::uint32_t triangle) const
    {
        const std::size_t i = std::size_t{3} * triangle;
        return {mesh.positions[mesh.indices[i]], mesh.positions[mesh.indices[i + 1]],
                mesh.positions[mesh.indices[i + 2]]};
    }

    void build(const Mesh& mesh)
    {
        triangles.resize(mesh.triangleCount());
        std::iota(triangles.begin(), triangles.end(), 0U);
        std::vector<glm::vec3> centres;
        centres.reserve(triangles.size());
        for (const std::uint32_t triangle : triangles) {
            const auto corner = corners(mesh, triangle);
            centres.push_back((corner[0] + corner[1] + corner[2]) / 3.0F);
        }
        if (!triangles.empty())
            split(mesh, centres, 0, static_cast<std::uint32_t>(triangles.size()));
        nodes.shrink_to_fit(); // kept for as long as the mesh
    }

    void split(const Mesh& mesh, const std::vector<glm::vec3>& centres, std::uint32_t begin,
               std::uint32_t end)
    {
        const std::size_t self = nodes.size();
        nodes.emplace_back();
        if (end - begin <= kLeafSize) {
            for (std::uint32_t i = begin; i < end; ++i)
                for (const glm::vec3& corner : corners(mesh, triangles[i]))
                    nodes[self].bounds.add(corner);
            nodes[self].leaf = true;
            nodes[self].begin = begin;
            nodes[self].end = end;
            return;
        }
        Bounds spread;
        for (std::uint32_t i = begin; i < end; ++i)
            spread.add(centres[triangles[i]]);
        const glm::vec3 size = spread.size();
        const int axis = size.x >= size.y && size.x >= size.z ? 0 : (size.y >= size.z ? 1 : 2);
        const std::uint32_t middle = (begin + end) / 2;
        std::nth_element(
            triangles.begin() + begin, triangles.begin() + middle, triangles.begin() + end,
            [&](std::uint32_t a, std::uint32_t b) { return centres[a][axis] < centres[b][axis]; });
        split(mesh, centres, begin, middle);
        nodes[self].right = static_cast<std::uint32_t>(nodes.size());
        split(mesh, centres, middle, end);
        nodes[self].bounds = nodes[self + 1].bounds;
        nodes[self].bounds.add(nodes[nodes[self].right].bounds);
    }
};

Surface::Surface(std::shared_ptr<const Mesh> mesh)
    : m_mesh(std::move(mesh)), m_tree(std::make_unique<Tree>())
{
    m_tree->build(*m_mesh);
    const std::size_t vertices = m_mesh->positions.size();
    // In a closed mesh every edge is run along once each way, so the half edges
    // that leave a vertex name each neighbour once.
    m_neighbourStart.assign(vertices + 1, 0);
    for (const std::uint32_t index : m_mesh->indices)
        ++m_neighbourStart[index + 1];
    std::partial_sum(m_neighbourStart.begin(), m_neighbourStart.end(), m_neighbourStart.begin());
    m_neighbours.resize(m_mesh->indices.size());
    m_apexes.resize(m_mesh->indices.size());
    std::vector<std::uint32_t> next(m_neighbourStart.begin(), m_neighbourStart.end() - 1);
    for (std::size_t i = 0; i < m_mesh->indices.size(); ++i) {
        const std::size_t follower = i % 3 == 2 ? i - 2 : i + 1;
        const std::size_t third = i % 3 == 0 ? i + 2 : i - 1;
        const std::uint32_t slot = next[m_mesh->indices[i]]++;
        m_neighbours[slot] = m_mesh->indices[follower];
        m_apexes[slot] = m_mesh->indices[third];
    }
}

Surface::~Surface() = default;
Surface::Surface(Surface&&) noexcept = default;
Surface& Surface::operator=(Surface&&) noexcept = default;

const std::uint32_t* Surface::neighboursBegin(std::uint32_t v) const
{
    return m_neighbours.data() + m_neighbourStart[v];
}
const std::uint32_t* Surface::neighboursEnd(std::uint32_t v) const
{
    return m_neighbours.data() + m_neighbourStart[v + 1];
}

const std::uint32_t* Surface::apexesBegin(std::uint32_t v) const
{
    return m_apexes.data() + m_neighbourStart[v];
}

std::optional<std::uint32_t> Surface::apex(std::uint32_t a, std::uint32_t b) const
{
    const auto* found = std::find(neighboursBegin(a), neighboursEnd(a), b);
    if (found == neighboursEnd(a))
        return std::nullopt;
    return apexesBegin(a)[found - neighboursBegin(a)];
}

namespace {

SurfacePoint pointOn(const Mesh& mesh, std::uint32_t triangle, const glm::vec3& barycentric)
{
    SurfacePoint point;
    point.triangle = triangle;
    point.barycentric = barycentric;
    point.position = glm::vec3(0);
    glm::vec3 normal(0);
    for (int corner = 0; corner < 3; ++corner) {
        const std::uint32_t vertex =
            mesh.indices[std::size_t{3} * triangle + static_cast<std::size_t>(corner)];
        point.position += barycentric[corner] * mesh.positions[vertex];
        normal += barycentric[corner] * mesh.normals[vertex];
    }
    const float length = glm::length(normal);
    point.normal = length > 0 ? normal / length : glm::vec3(0, 1, 0);
    return point;
}

} // namespace

std::optional<SurfacePoint> Surface::closest(const glm::vec3& point,
                                             std::optional<glm::vec3> facing) const
{
    return nearest(point, facing, std::numeric_limits<float>::max());
}

std::optional<SurfacePoint> Surface::closestWithin(const glm::vec3& point, float maxMm) const
{
    return nearest(point, std::nullopt, maxMm * maxMm);
}

std::optional<SurfacePoint>
Surface::nearest(const glm::vec3& point, std::optional<glm::vec3> facing, float maxSquared) const
{
    if (m_tree->nodes.empty())
        return std::nullopt;
    float best = maxSquared;
    std::optional<std::pair<std::uint32_t, glm::vec3>> found;
    struct Waiting
    {
        std::uint32_t node;
        float squared; ///< distance to its box
    };
    const auto waiting = [&](std::uint32_t node) {
        return Waiting{node, squaredDistance(m_tree->nodes[node].bounds, point)};
    };
    // Each level leaves at most one node waiting, and the tree halves its
    // triangles at each.
    std::array<Waiting, kMaxLevels> stack;
    std::size_t height = 0;
    stack[height++] = waiting(0);
    while (height > 0) {
        const auto [index, boxSquared] = stack[--height];
        if (boxSquared >= best)
            continue;
        const Node& node = m_tree->nodes[index];
        if (!node.leaf) {
            const Waiting left = waiting(index + 1), right = waiting(node.right);
            const bool leftFirst = left.squared < right.squared;
            const Waiting &nearer = leftFirst ? left : right, &further = leftFirst ? right : left;
            if (further.squared < best)
                stack[height++] = further;
            if (nearer.squared < best)
                stack[height++] = nearer;
            continue;
        }
        for (std::uint32_t i = node.begin; i < node.end; ++i) {
            const std::uint32_t triangle = m_tree->triangles[i];
            const auto [a, b, c] = m_tree->corners(*m_mesh, triangle);
            if (facing && glm::dot(glm::cross(b - a, c - a), *facing) <= 0)
                continue;
            const glm::vec3 weights = nearestOnTriangle(point, a, b, c);
            const glm::vec3 offset = weights.x * a + weights.y * b + weights.z * c - point;
            if (const float squared = glm::dot(offset, offset); squared < best) {
                best = squared;
                found = std::make_pair(triangle, weights);
            }
        }
    }
    if (!found)
        return std::nullopt;
    SurfacePoint result = pointOn(*m_mesh, found->first, found->second);
    result.distance = std::sqrt(best);
    return result;
}

std::optional<SurfacePoint> Surface::cast(const glm::vec3& origin, const glm::vec3& direction,
                                          float maxMm) const
{
    if (m_tree->nodes.empty())
        return std::nullopt;
    const glm::vec3 inverse = 1.0F / direction;
    float best = maxMm;
    std::optional<std::pair<std::uint32_t, glm::vec3>> found;
    std::vector<std::uint32_t> stack = {0};
    while (!stack.empty()) {
        const std::uint32_t index = stack.back();
        stack.pop_back();
        const Node& node = m_tree->nodes[index];
        if (!rayMeets(node.bounds, origin, inverse, best))
            continue;
        if (!node.leaf) {
            stack.push_back(node.right);
            stack.push_back(index + 1);
            continue;
        }
        for (std::uint32_t i = node.begin; i < node.end; ++i) {
            const std::uint32_t triangle = m_tree->triangles[i];
            const auto [a, b, c] = m_tree->corners(*m_mesh, triangle);
            const auto hit = crossing(origin, direction, a, b, c);
            if (hit && hit->first < best) {
                best = hit->first;
                found = std::make_pair(triangle, hit->second);
            }
        }
    }
    if (!found)
        return std::nullopt;
    SurfacePoint result = pointOn(*m_mesh, found->first, found->second);
    result.distance = best;
    return result;
}

bool Surface::contains(const glm::vec3& point) const
{
    constexpr float kFar = 1e5F;
    constexpr float kStepMm = 1e-3F;
    // Directions not parallel to any axis-aligned edge of a grid mesh.
    static constexpr std::array<glm::vec3, 11> kDirections = {{{0.93F, 0.21F, 0.31F},
                                                               {-0.17F, 0.88F, 0.44F},
                                                               {0.29F, -0.35F, 0.89F},
                                                               {-0.83F, -0.47F, 0.29F},
                                                               {0.41F, -0.79F, -0.45F},
                                                               {-0.36F, 0.27F, -0.89F},
                                                               {0.62F, 0.53F, -0.58F},
                                                               {-0.71F, 0.12F, 0.69F},
                                                               {0.13F, 0.97F, -0.20F},
                                                               {-0.52F, -0.83F, -0.19F},
                                                               {0.77F, -0.13F, 0.62F}}};
    constexpr std::size_t kFirst = 3;
    const auto leavesInside = [&](const glm::vec3& towards) {
        const glm::vec3 direction = glm::normalize(towards);
        int crossings = 0;
        glm::vec3 origin = point;
        while (const auto hit = cast(origin, direction, kFar)) {
            ++crossings;
            origin = hit->position + direction * kStepMm;
        }
        return crossings % 2 == 1;
    };
    // A ray that slips through an edge or along a fold miscounts: where the first
    // few differ, more are asked.
    std::size_t inside = 0, asked = 0;
    for (const glm::vec3& direction : kDirections) {
        if (asked == kFirst && inside % kFirst == 0)
            break;
        inside += leavesInside(direction) ? 1U : 0U;
        ++asked;
    }
    return 2 * inside > asked;
}

} // namespace knotmap::geometry
