#include "engine/bake/skin_cover.h"

#include "engine/core/parallel.h"
#include "engine/geometry/surface.h"
#include "engine/remesh/self_crossing.h"

#include <algorithm>
#include <glm/geometric.hpp>
#include <limits>
#include <memory>

namespace knotmap::bake {
namespace {

/// A point deeper than this below the form cannot be too near the skin.
constexpr float kNearMm = 4;
/// A point this deep below the form is inside the skin.
constexpr float kSureMm = 0.5F;
/// Limit on the displacement of a vertex in one round.
constexpr float kStepMm = 0.5F;

std::vector<glm::vec3> pointsNear(std::span<const geometry::Mesh* const> structures,
                                  const DistanceFunction& distance)
{
    std::vector<std::vector<glm::vec3>> near(structures.size());
    core::parallelFor(structures.size(), [&](std::size_t i) {
        for (const glm::vec3& point : structures[i]->positions)
            if (point.x <= 0 && distance(point) > -kNearMm)
                near[i].push_back(point);
    });
    std::vector<glm::vec3> points;
    for (const auto& part : near)
        points.insert(points.end(), part.begin(), part.end());
    return points;
}

struct Depth
{
    float mm = std::numeric_limits<float>::max();
    std::uint32_t triangle = 0;
};

std::vector<Depth> depthsBelow(const geometry::Mesh& skin, const std::vector<glm::vec3>& points,
                               const DistanceFunction& distance)
{
    const geometry::Surface surface(std::make_shared<const geometry::Mesh>(skin));
    std::vector<Depth> depths(points.size());
    core::parallelFor(points.size(), [&](std::size_t i) {
        const auto on = surface.closest(points[i]);
        // In clefts the nearest triangle alone may give the wrong side; the form gives it too.
        const bool outside =
            glm::dot(points[i] - on->position, on->normal) > 0 && distance(points[i]) > -kSureMm;
        depths[i] = {outside ? -on->distance : on->distance, on->triangle};
    });
    return depths;
}

void push(geometry::Mesh& skin, const std::vector<float>& outward,
          const std::vector<std::uint32_t>& images)
{
    for (std::size_t v = 0; v < outward.size(); ++v) {
        const float mm = std::max(outward[v], outward[images[v]]);
        if (mm <= 0 || skin.positions[v].x > 0)
            continue;
        const bool onPlane = skin.positions[v].x == 0;
        glm::vec3& point = skin.positions[v];
        point += mm * skin.normals[v];
        point.x = onPlane ? 0 : std::min(point.x, -1e-3F);
        if (!onPlane)
            skin.positions[images[v]] = {-point.x, point.y, point.z};
    }
}

/// Reverts displacements where triangles have come to intersect.
void unpushCrossings(geometry::Mesh& skin, const std::vector<glm::vec3>& before,
                     const std::vector<std::uint32_t>& images)
{
    constexpr int kRounds = 6;
    for (int round = 0; round < kRounds; ++round) {
        const auto crossings = remesh::selfCrossings(skin);
        for (const auto& [first, second] : crossings)
            for (const std::size_t triangle : {first, second})
                for (std::size_t k = 0; k < 3; ++k) {
                    const std::size_t v = skin.indices[3 * triangle + k];
                    skin.positions[v] = before[v];
                    skin.positions[images[v]] = before[images[v]];
                }
        if (crossings.empty())
            return;
    }
    skin.positions = before;
}

} // namespace

float coverStructures(geometry::Mesh& skin, std::span<const geometry::Mesh* const> structures,
                      const DistanceFunction& distance, const std::vector<std::uint32_t>& images,
                      float minMm)
{
    constexpr int kRounds = 4;
    const std::vector<glm::vec3> points = pointsNear(structures, distance);
    const std::vector<glm::vec3> before = skin.positions;
    float smallest = std::numeric_limits<float>::max();
    for (int round = 0; round <= kRounds; ++round) {
        std::vector<float> outward(skin.positions.size(), 0);
        smallest = std::numeric_limits<float>::max();
        for (const Depth& depth : depthsBelow(skin, points, distance)) {
            smallest = std::min(smallest, depth.mm);
            for (std::size_t k = 0; k < 3 && depth.mm < minMm; ++k) {
                float& mm = outward[skin.indices[std::size_t{3} * depth.triangle + k]];
                mm = std::max(mm, std::min(minMm - depth.mm, kStepMm));
            }
        }
        if (smallest >= minMm || round == kRounds)
            break;
        push(skin, outward, images);
    }
    unpushCrossings(skin, before, images);
    return smallest;
}

} // namespace knotmap::bake
