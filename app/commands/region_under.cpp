#include "app/commands/region_under.h"

#include "engine/geometry/detail_level.h"

#include <algorithm>
#include <glm/matrix.hpp>
#include <utility>

namespace knotmap::app {
namespace {

constexpr float kRayMm = 20000;

/// The corner of the skin's triangle nearest to the intersection with the ray, in the body's frame.
std::optional<std::uint32_t> vertexUnder(const geometry::Surface& skin, const glm::vec3& origin,
                                         const glm::vec3& direction)
{
    const auto hit = skin.cast(origin, direction, kRayMm);
    if (!hit)
        return std::nullopt;
    const glm::vec3& weight = hit->barycentric;
    std::size_t corner = weight.y > weight.x ? 1 : 0;
    if (weight.z > std::max(weight.x, weight.y))
        corner = 2;
    return skin.mesh().indices[3 * hit->triangle + corner];
}

/// A region's boundary is no more exact than this.
constexpr float kRegionErrorMm = 2.5F;

/// The skin in the pose, with few triangles: quick to build, sufficient for regions.
geometry::Surface posedSkin(const AppState& state)
{
    const body::Skin& skin = state.atlas().skin;
    auto posed = std::make_shared<geometry::Mesh>(
        body::posedMesh(skin.mesh, skin.weights, *state.scene.pose));
    posed->indices = geometry::trianglesWithin(skin.mesh, skin.coarser, kRegionErrorMm);
    return geometry::Surface(std::move(posed));
}

} // namespace

std::optional<PainRegion> regionUnder(const AppState& state, const scene::Ray& ray)
{
    // The skin is in the body's frame, which a position may have rotated.
    const glm::mat4 toBody = glm::inverse(state.scene.bodyPlacement);
    const glm::vec3 origin(toBody * glm::vec4(ray.origin, 1));
    const glm::vec3 direction(toBody * glm::vec4(ray.direction, 0));
    const auto vertex = state.scene.pose
                            ? vertexUnder(posedSkin(state), origin, direction)
                            : vertexUnder(*state.document.library->skin, origin, direction);
    if (!vertex)
        return std::nullopt;
    const body::RegionInstance& region = state.atlas().regions[state.atlas().skin.regions[*vertex]];
    PainRegion painRegion{region.id, std::nullopt};
    if (region.side != core::Side::Midline)
        painRegion.side = region.side;
    return painRegion;
}

} // namespace knotmap::app
