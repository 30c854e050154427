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

std::vector<glm::vec3> placesNear(std::span<const geometry::Mesh* const> structures,
                                  const DistanceFunction& distance)
{
    std::vector<std::vector<glm::vec3>> near(structures.size());
    core::parallelFor(structures.size(), [&](std::size_t i) {
        for (const glm::vec3& place : structures[i]->positions)
            if (place.x <= 0 && distance(place) > -kNearMm)
                near[i].push_back(place);
    });
    std::vector<glm::vec3> places;
    for (const auto& part : near)
        places.insert(places.end(), part.begin(), part.end());
    return places;
}

struct Depth
{
    float mm = std::numeric_limits<float>::max();
    std::uint32_t triangle = 0;
};

std::vector<Depth> depthsBelow(const geometry::Mesh& skin, const std::vector<glm::vec3>& places,
                               const DistanceFunction& distance)
{
    const geometry::Surface surface(std::make_shared<const geometry::Mesh>(skin));
    std::vector<Depth> depths(places.size());
    core::parallelFor(places.size(), [&](std::size_t i) {
        const auto on = surface.closest(places[i]);
        // In clefts the nearest triangle alone may give the wrong side; the form gives it too.
        const bool outside =
            glm::dot(places[i] - on->position, on->normal) > 0 && distance(places[i]) > -kSureMm;
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
        glm::vec3& place = skin.positions[v];
        place += mm * skin.normals[v];
        place.x = onPlane ? 0 : std::min(place.x, -1e-3F);
        if (!onPlane)
            skin.positions[images[v]] = {-place.x, place.y, place.z};
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
                      float leastMm)
{
    constexpr int kRounds = 4;
    const std::vector<glm::vec3> places = placesNear(structures, distance);
    const std::vector<glm::vec3> before = skin.positions;
    float least = std::numeric_limits<float>::max();
    for (int round = 0; round <= kRounds; ++round) {
        std::vector<float> outward(skin.positions.size(), 0);
        least = std::numeric_limits<float>::max();
        for (const Depth& depth : depthsBelow(skin, places, distance)) {
            least = std::min(least, depth.mm);
            for (std::size_t k = 0; k < 3 && depth.mm < leastMm; ++k) {
                float& mm = outward[skin.indices[std::size_t{3} * depth.triangle + k]];
                mm = std::max(mm, std::min(leastMm - depth.mm, kStepMm));
            }
        }
        if (least >= leastMm || round == kRounds)
            break;
        push(skin, outward, images);
    }
    unpushCrossings(skin, before, images);
    return least;
}

} // namespace knotmap::bake
