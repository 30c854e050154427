#include "engine/geometry/geodesic.h"

#include "engine/geometry/front_arrival.h"
#include "engine/geometry/march.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <initializer_list>
#include <optional>

namespace knotmap::geometry {
namespace {

constexpr float kStepMm = 4;
constexpr float kNoLimit = 1e6F;
/// A path is looked for as long as this times the straight line and a bit; then longer and longer.
constexpr float kFirstDetour = 1.08F, kMoreDetour = 1.3F, kLastDetour = 30;
constexpr float kBesideMm = 8;
/// What a step that is short or leads to a vertex must gain over another: more than the distances
/// err.
constexpr float kHandicapMm = 0.02F;
constexpr float kShortStepMm = 0.5F;
/// Nearer to the end of an edge than this share of it, a path goes through the
/// vertex.
constexpr float kAtVertex = 5e-3F;

/// Follows the distance from a point back to its source, from edge to edge: on
/// each, the point that a straight line towards the unfolded source crosses.
class Descent
{
public:
    Descent(const Surface& surface, const DistanceMap& map, const SurfacePoint& from,
            const SurfacePoint& to)
        : m_surface(surface), m_mesh(surface.mesh()), m_to(to), m_toCorners(cornersOf(to.triangle)),
          m_distance(map.distance), m_line{from.position}
    {
        const auto [a, b, c] = cornersOf(from.triangle);
        enter({a, b}, c, {{a, b}, {b, c}, {c, a}});
    }

    std::vector<glm::vec3> run()
    {
        while (!m_arrived) {
            auto next = lowestCrossing();
            if (!next)
                next = nearestUnseenEnd();
            if (!next)
                return {m_line.front(), m_to.position};
            m_line.push_back(next->at);
            m_left = next->left;
            stand(*next);
        }
        m_line.push_back(m_to.position);
        return m_line;
    }

private:
    /// From one vertex to another.
    struct Edge
    {
        std::uint32_t a = 0, b = 0;
    };

    /// Where a path may leave the triangles about its last point.
    struct Crossing
    {
        Edge edge;
        float along = 0; ///< 0 at a, 1 at b
        glm::vec3 at{0};
        float total = 0; ///< from the last point through here to the source, mm
        float left = 0;  ///< from here to the source, mm
    };

    std::array<std::uint32_t, 3> cornersOf(std::uint32_t triangle) const
    {
        const std::size_t i = std::size_t{3} * triangle;
        return {m_mesh.indices[i], m_mesh.indices[i + 1], m_mesh.indices[i + 2]};
    }

    /// Of the edges about the last point the one that is crossed on the shortest
    /// path; what is left must become less.
    std::optional<Crossing> lowestCrossing() const
    {
        std::optional<Crossing> best;
        for (const Edge& edge : m_walls)
            if (const auto crossing = crossingOf(edge);
                crossing && crossing->left < m_left && (!best || crossing->total < best->total))
                best = crossing;
        return best;
    }

    /// Where no crossing is lower, as the distances are not exact: the best of
    /// the ends of the edges, each at most once.
    std::optional<Crossing> nearestUnseenEnd()
    {
        std::optional<Crossing> best;
        for (const Edge& edge : m_walls) {
            const std::uint32_t vertex = edge.a;
            if (m_distance[vertex] == DistanceMap::kUnreached ||
                std::find(m_seen.begin(), m_seen.end(), vertex) != m_seen.end())
                continue;
            const glm::vec3& at = m_mesh.positions[vertex];
            const float left = m_distance[vertex];
            const float total = left + glm::distance(m_line.back(), at);
            if (!best || total < best->total)
                best = Crossing{edge, 0, at, total, left};
        }
        if (best)
            m_seen.push_back(best->edge.a);
        return best;
    }

    std::optional<Crossing> crossingOf(const Edge& edge) const
    {
        const auto [a, b] = edge;
        if (m_distance[a] == DistanceMap::kUnreached || m_distance[b] == DistanceMap::kUnreached)
            return std::nullopt;
        const glm::vec3 &atA = m_mesh.positions[a], &atB = m_mesh.positions[b];
        const Arrival arrival =
            arrivalAtCorner({m_distance[a], m_distance[b], 0, glm::distance(m_line.back(), atA),
                             glm::distance(m_line.back(), atB), glm::distance(atA, atB)});
        Crossing crossing{edge, arrival.along, {}, arrival.distance, 0};
        crossing.at = glm::mix(atA, atB, arrival.along);
        const float step = glm::distance(m_line.back(), crossing.at);
        // The last point may lie on the edge as good as: the source and its mirror image behind it
        // are then equally far. And a path passes beside a vertex rather than through it.
        if (step < kShortStepMm || arrival.along <= 0 || arrival.along >= 1)
            crossing.total += kHandicapMm;
        crossing.left = arrival.along <= 0   ? m_distance[a]
                        : arrival.along >= 1 ? m_distance[b]
                                             : arrival.distance - step;
        return crossing;
    }

    /// Gathers the edges about the new last point.
    void stand(const Crossing& crossing)
    {
        m_walls.clear();
        const auto [a, b] = crossing.edge;
        if (crossing.along < kAtVertex || crossing.along > 1 - kAtVertex) {
            const std::uint32_t vertex = crossing.along < kAtVertex ? a : b;
            m_line.back() = m_mesh.positions[vertex];
            m_left = m_distance[vertex];
            const auto* apex = m_surface.apexesBegin(vertex);
            for (const auto* next = m_surface.neighboursBegin(vertex);
                 next != m_surface.neighboursEnd(vertex); ++next, ++apex)
                enter({vertex, *next}, *apex, {{*next, *apex}});
            return;
        }
        if (const auto left = m_surface.apex(a, b))
            enter(crossing.edge, *left, {{b, *left}, {*left, a}});
        if (const auto right = m_surface.apex(b, a))
            enter({b, a}, *right, {{a, *right}, {*right, b}});
    }

    /// Stands at the triangle with an edge and a third corner.
    void enter(const Edge& edge, std::uint32_t apex, std::initializer_list<Edge> walls)
    {
        const std::array<std::uint32_t, 3> corners = {edge.a, edge.b, apex};
        m_arrived =
            m_arrived || std::is_permutation(corners.begin(), corners.end(), m_toCorners.begin());
        m_walls.insert(m_walls.end(), walls);
    }

    const Surface& m_surface;
    const Mesh& m_mesh;
    const SurfacePoint& m_to;
    const std::array<std::uint32_t, 3> m_toCorners;
    const std::vector<float>& m_distance;
    std::vector<glm::vec3> m_line;
    std::vector<Edge> m_walls;         ///< about the last point
    std::vector<std::uint32_t> m_seen; ///< vertices gone to against the distance
    float m_left = kNoLimit;           ///< from the last point to the source, mm
    bool m_arrived = false;            ///< at the triangle of the source
};

std::vector<glm::vec3> resampled(const std::vector<glm::vec3>& line, float stepMm)
{
    std::vector<float> walked = {0};
    for (std::size_t i = 1; i < line.size(); ++i)
        walked.push_back(walked.back() + glm::distance(line[i - 1], line[i]));
    const int steps = std::max(1, static_cast<int>(std::round(walked.back() / stepMm)));
    std::vector<glm::vec3> result;
    std::size_t segment = 0;
    for (int i = 0; i <= steps; ++i) {
        const float at = walked.back() * static_cast<float>(i) / static_cast<float>(steps);
        while (segment + 2 < line.size() && walked[segment + 1] < at)
            ++segment;
        const float span = walked[segment + 1] - walked[segment];
        const float share = span > 0 ? (at - walked[segment]) / span : 0;
        result.push_back(glm::mix(line[segment], line[segment + 1], share));
    }
    return result;
}

bool isReached(const Mesh& mesh, const DistanceMap& map, std::uint32_t triangle)
{
    const auto* corner = mesh.indices.data() + std::size_t{3} * triangle;
    return std::all_of(corner, corner + 3, [&](std::uint32_t vertex) {
        return map.distance[vertex] != DistanceMap::kUnreached;
    });
}

} // namespace

std::vector<glm::vec3> geodesicPath(const Surface& surface, const SurfacePoint& from,
                                    const SurfacePoint& to)
{
    const float straight = glm::distance(from.position, to.position);
    const std::vector<Seed> seeds = seedsAt(surface, to);
    for (float detour = kFirstDetour; detour < kLastDetour; detour *= kMoreDetour) {
        const DistanceMap map =
            march(surface, seeds, {straight * detour + kBesideMm, from.position});
        if (isReached(surface.mesh(), map, from.triangle))
            return geodesicPath(surface, map, from, to);
    }
    return geodesicPath(surface, geodesicDistances(surface, seeds, kNoLimit), from, to);
}

std::vector<glm::vec3> geodesicPath(const Surface& surface, const DistanceMap& distances,
                                    const SurfacePoint& from, const SurfacePoint& to)
{
    return resampled(Descent(surface, distances, from, to).run(), kStepMm);
}

} // namespace knotmap::geometry
