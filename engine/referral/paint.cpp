#include "engine/referral/paint.h"

#include "engine/geometry/geodesic.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <random>
#include <unordered_map>

namespace knotmap::referral {
namespace {

/// A place whose way along the skin is longer than this times the straight line lies round the body
/// from a path, not beside it.
constexpr float kRoundOverThrough = 1.3F;

std::vector<glm::vec3> pathThrough(const geometry::Surface& skin,
                                   const std::vector<glm::vec3>& through)
{
    std::vector<geometry::SurfacePoint> locations;
    for (const glm::vec3& location : through)
        locations.push_back(*skin.closest(location));
    std::vector<glm::vec3> path = {locations.front().position};
    for (std::size_t i = 1; i < locations.size(); ++i) {
        const auto part = geometry::geodesicPath(skin, locations[i - 1], locations[i]);
        path.insert(path.end(), part.begin() + 1, part.end());
    }
    return path;
}

void paintStroke(const geometry::Surface& skin, const PlacedStroke& stroke, Paint& paint)
{
    const int channel = stroke.strength == Strength::Essential ? 0 : 1;
    const geometry::DistanceMap near = geodesicDistances(
        skin, seedsAlong(skin, pathThrough(skin, stroke.through)), stroke.radiusMm + kFarFromZone);
    for (const std::uint32_t vertex : near.reached) {
        float& edge = paint.edgeDistance[vertex][channel];
        edge = std::min(edge, near.distance[vertex] - stroke.radiusMm);
    }
}

struct Triangle
{
    std::array<std::uint32_t, 3> vertices;
    double area;
};

std::vector<Triangle> spilloverTriangles(const geometry::Mesh& mesh, const Paint& paint)
{
    std::vector<Triangle> triangles;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const std::array<std::uint32_t, 3> v = {mesh.indices[i], mesh.indices[i + 1],
                                                mesh.indices[i + 2]};
        if (std::none_of(v.begin(), v.end(),
                         [&](std::uint32_t k) { return paint.edgeDistance[k].y < 0; }))
            continue;
        const glm::vec3 cross = glm::cross(mesh.positions[v[1]] - mesh.positions[v[0]],
                                           mesh.positions[v[2]] - mesh.positions[v[0]]);
        triangles.push_back({v, 0.5 * static_cast<double>(glm::length(cross))});
    }
    return triangles;
}

/// Accepts a position only if no accepted one is nearer than the spacing.
class DotGrid
{
public:
    explicit DotGrid(float spacingMm) : m_spacing(spacingMm) {}

    bool accept(const glm::vec3& location)
    {
        const glm::ivec3 home = cellOf(location);
        for (int x = -1; x <= 1; ++x)
            for (int y = -1; y <= 1; ++y)
                for (int z = -1; z <= 1; ++z)
                    if (crowded(location, home + glm::ivec3(x, y, z)))
                        return false;
        m_cells[key(home)].push_back(location);
        return true;
    }

private:
    glm::ivec3 cellOf(const glm::vec3& location) const
    {
        return glm::ivec3(glm::floor(location / m_spacing));
    }
    static std::int64_t key(const glm::ivec3& cell)
    {
        constexpr std::int64_t kSpan = 1 << 16;
        return (cell.x * kSpan + cell.y) * kSpan + cell.z;
    }
    bool crowded(const glm::vec3& location, const glm::ivec3& cell) const
    {
        const auto found = m_cells.find(key(cell));
        return found != m_cells.end() &&
               std::any_of(found->second.begin(), found->second.end(), [&](const glm::vec3& other) {
                   return glm::distance(location, other) < m_spacing;
               });
    }

    float m_spacing;
    std::unordered_map<std::int64_t, std::vector<glm::vec3>> m_cells;
};

} // namespace

std::vector<PathDistance> distancesToPath(const geometry::Surface& skin,
                                          const std::vector<glm::vec3>& through, float reachMm)
{
    const std::vector<glm::vec3> path = pathThrough(skin, through);
    const geometry::DistanceMap near =
        geodesicDistances(skin, seedsAlong(skin, path), reachMm * kRoundOverThrough);
    std::vector<PathDistance> distances;
    distances.reserve(near.reached.size());
    for (const std::uint32_t vertex : near.reached) {
        const float straight = geometry::distanceToPolyline(skin.mesh().positions[vertex], path);
        distances.push_back(
            {vertex, std::max(straight, near.distance[vertex] / kRoundOverThrough)});
    }
    std::sort(distances.begin(), distances.end(),
              [](const PathDistance& a, const PathDistance& b) { return a.vertex < b.vertex; });
    return distances;
}

Paint paint(const geometry::Surface& skin, const std::vector<PlacedStroke>& strokes)
{
    Paint result;
    result.edgeDistance.assign(skin.mesh().positions.size(), glm::vec2(kFarFromZone));
    for (const PlacedStroke& stroke : strokes)
        if (!stroke.through.empty())
            paintStroke(skin, stroke, result);
    return result;
}

std::vector<Dot> stipple(const geometry::Surface& skin, const Paint& paint, float spacingMm,
                         float dotRadiusMm)
{
    constexpr double kDartsPerDot = 12;
    const geometry::Mesh& mesh = skin.mesh();
    const std::vector<Triangle> triangles = spilloverTriangles(mesh, paint);
    std::mt19937 random(20);
    // std::uniform_real_distribution differs between standard libraries; this does not.
    const auto share = [&] { return static_cast<float>(random() >> 8U) / 16777216.0F; };
    DotGrid grid(spacingMm);
    std::vector<Dot> dots;
    for (const Triangle& triangle : triangles) {
        const double wanted = kDartsPerDot * triangle.area / (spacingMm * spacingMm);
        const int darts = static_cast<int>(wanted + static_cast<double>(share()));
        for (int dart = 0; dart < darts; ++dart) {
            const float root = std::sqrt(share()), second = share();
            const glm::vec3 weights(1 - root, root * (1 - second), root * second);
            glm::vec3 position(0), normal(0);
            glm::vec2 edge(0);
            for (int k = 0; k < 3; ++k) {
                const std::uint32_t vertex = triangle.vertices[static_cast<std::size_t>(k)];
                position += weights[k] * mesh.positions[vertex];
                normal += weights[k] * mesh.normals[vertex];
                edge += weights[k] * paint.edgeDistance[vertex];
            }
            const bool whole = edge.y < -0.5F * dotRadiusMm && edge.x > 1.5F * dotRadiusMm;
            if (whole && grid.accept(position))
                dots.push_back({position, glm::normalize(normal), triangle.vertices, weights});
        }
    }
    return dots;
}

namespace {

/// The fraction of a triangle in which a value interpolated linearly between its corners is below
/// 0.
double shareBelowZero(std::array<double, 3> value)
{
    std::sort(value.begin(), value.end());
    const auto [low, middle, high] = value;
    if (low >= 0 || high < 0)
        return low >= 0 ? 0 : 1;
    if (middle >= 0)
        return low / (low - middle) * low / (low - high);
    return 1 - high / (high - low) * high / (high - middle);
}

} // namespace

double zoneArea(const geometry::Surface& skin, const Paint& paint, Strength strength)
{
    const geometry::Mesh& mesh = skin.mesh();
    const int channel = strength == Strength::Essential ? 0 : 1;
    double area = 0;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        std::array<double, 3> edge{};
        for (std::size_t k = 0; k < 3; ++k)
            edge[k] = static_cast<double>(paint.edgeDistance[mesh.indices[i + k]][channel]);
        const double share = shareBelowZero(edge);
        if (share == 0)
            continue;
        const glm::vec3& a = mesh.positions[mesh.indices[i]];
        const glm::vec3 cross = glm::cross(mesh.positions[mesh.indices[i + 1]] - a,
                                           mesh.positions[mesh.indices[i + 2]] - a);
        area += share * 0.5 * static_cast<double>(glm::length(cross));
    }
    return area;
}

} // namespace knotmap::referral
