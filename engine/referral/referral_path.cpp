#include "engine/referral/referral_path.h"

#include "engine/geometry/geodesic.h"

#include <algorithm>
#include <cstdint>
#include <glm/geometric.hpp>

namespace knotmap::referral {
namespace {

/// Longer than any path along a body's skin, mm.
constexpr float kRoundTheBody = 6000;
/// Further past the zone than this nothing lights up.
constexpr float kBeyondZoneMm = 100;

std::vector<bool> zoneOf(const std::vector<glm::vec2>& edgeDistance)
{
    const bool essential = std::any_of(edgeDistance.begin(), edgeDistance.end(),
                                       [](const glm::vec2& edge) { return edge.x < 0; });
    std::vector<bool> inside;
    inside.reserve(edgeDistance.size());
    for (const glm::vec2& edge : edgeDistance)
        inside.push_back((essential ? edge.x : edge.y) < 0);
    return inside;
}

/// Of each connected part of the zone, the vertex nearest to the start.
std::vector<std::uint32_t> nearestOfParts(const geometry::Surface& skin,
                                          const std::vector<bool>& inside,
                                          const std::vector<float>& distance)
{
    std::vector<bool> seen(inside.size(), false);
    std::vector<std::uint32_t> nearest, open;
    for (std::uint32_t start = 0; start < inside.size(); ++start) {
        if (!inside[start] || seen[start])
            continue;
        std::uint32_t best = start;
        seen[start] = true;
        open.push_back(start);
        while (!open.empty()) {
            const std::uint32_t vertex = open.back();
            open.pop_back();
            if (distance[vertex] < distance[best])
                best = vertex;
            for (const auto* next = skin.neighboursBegin(vertex);
                 next != skin.neighboursEnd(vertex); ++next)
                if (inside[*next] && !seen[*next]) {
                    seen[*next] = true;
                    open.push_back(*next);
                }
        }
        nearest.push_back(best);
    }
    return nearest;
}

/// Writes the distance of the skin from a path, where it is smaller than before.
void measureBeside(const geometry::Surface& skin, const std::vector<glm::vec3>& path,
                   SkinPath& skinPath)
{
    const geometry::DistanceMap near =
        geodesicDistances(skin, geometry::seedsAlong(skin, path), kFarFromPath);
    for (const std::uint32_t vertex : near.reached) {
        const glm::vec3& position = skin.mesh().positions[vertex];
        const float straight = geometry::distanceToPolyline(position, path);
        float& beside = skinPath.coordinates[vertex].y;
        beside = std::min(beside, std::max(straight, near.distance[vertex]));
    }
}

} // namespace

SkinPath pathToZone(const geometry::Surface& skin, const glm::vec3& from,
                    const std::vector<glm::vec2>& edgeDistance)
{
    const geometry::Mesh& mesh = skin.mesh();
    const auto start = skin.closest(from);
    const std::vector<bool> inside = zoneOf(edgeDistance);
    if (!start || inside.size() != mesh.positions.size() ||
        std::find(inside.begin(), inside.end(), true) == inside.end())
        return {};
    const geometry::DistanceMap walked =
        geodesicDistances(skin, geometry::seedsAt(skin, *start), inside, kBeyondZoneMm);
    SkinPath skinPath;
    for (std::size_t vertex = 0; vertex < inside.size(); ++vertex) {
        skinPath.coordinates.emplace_back(std::min(walked.distance[vertex], kRoundTheBody),
                                          kFarFromPath);
        if (inside[vertex])
            skinPath.lengthMm = std::max(skinPath.lengthMm, skinPath.coordinates.back().x);
    }
    for (const std::uint32_t vertex : nearestOfParts(skin, inside, walked.distance))
        if (const auto end = skin.closest(mesh.positions[vertex]))
            measureBeside(skin, geometry::geodesicPath(skin, walked, *end, *start), skinPath);
    return skinPath;
}

} // namespace knotmap::referral
