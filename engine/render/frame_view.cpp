#include "engine/render/frame_view.h"

#include "engine/render/opacity.h"

#include <algorithm>
#include <glm/geometric.hpp>
#include <glm/gtc/matrix_access.hpp>

namespace knotmap::render {
namespace {

/// Shifts and widens clip space so that the tile fills it.
glm::mat4 cropTo(const Tile& tile)
{
    const glm::vec2 centre = 2.0F * (tile.offset + 0.5F * tile.scale) - 1.0F;
    glm::mat4 crop(1);
    crop[0][0] = 1 / tile.scale.x;
    crop[1][1] = 1 / tile.scale.y;
    crop[3][0] = -centre.x / tile.scale.x;
    crop[3][1] = -centre.y / tile.scale.y;
    return crop;
}

glm::vec4 direction(const FrameView& view, const glm::vec3& inCamera)
{
    return {glm::transpose(glm::mat3(view.view)) * glm::normalize(inCamera), 0};
}

} // namespace

FrameView makeFrameView(const scene::Camera& camera, int wholeWidth, int wholeHeight,
                        Quality quality)
{
    FrameView view;
    view.aspect = static_cast<float>(wholeWidth) / static_cast<float>(wholeHeight);
    view.wholeHeight = static_cast<float>(wholeHeight);
    view.view = camera.view();
    view.projection = camera.projection(view.aspect);
    view.eye = camera.eye();
    view.width = view.targetWidth = wholeWidth;
    view.height = view.targetHeight = wholeHeight;
    const glm::mat4& p = view.projection;
    view.pixelMm = 2 / (p[1][1] * view.wholeHeight);
    view.unit = std::max(0.75F, view.wholeHeight / 800.0F);
    view.nearMm = p[3][2] / (p[2][2] - 1);
    view.farMm = p[3][2] / (p[2][2] + 1);
    view.unprojection = {0, 0, 1 / p[0][0], 1 / p[1][1]};
    view.quality = quality;
    return view;
}

FrameView partOf(const FrameView& whole, const Tile& tile, int width, int height)
{
    FrameView part = whole;
    part.tile = tile;
    part.width = part.targetWidth = width;
    part.height = part.targetHeight = height;
    part.projection = cropTo(tile) * whole.projection;
    const glm::vec2 centre = 2.0F * (tile.offset + 0.5F * tile.scale) - 1.0F;
    const glm::vec2 tangents(whole.unprojection.z, whole.unprojection.w);
    part.unprojection = glm::vec4(centre * tangents, tile.scale * tangents);
    return part;
}

float behindMm(const scene::Scene& scene)
{
    constexpr float kFurtherMm = 70;
    return scene.pose && !scene.cut && scene.skinOpacity >= kSolid ? kFurtherMm : kBehindMm;
}

FrameBlock makeFrameBlock(const FrameView& view, const scene::Scene& scene,
                          const geometry::Bounds& bounds)
{
    FrameBlock block;
    block.view = view.view;
    block.projection = view.projection;
    block.body = scene.bodyPlacement;
    block.eye = glm::vec4(view.eye, 1);
    block.key = direction(view, {-0.55F, 0.62F, 0.72F});
    block.fill = direction(view, {0.85F, 0.05F, 0.45F});
    block.rim = direction(view, {0.35F, 0.55F, -0.75F});
    block.up = direction(view, {0, 1, 0.25F});
    block.viewport = {static_cast<float>(view.width), static_cast<float>(view.height), view.pixelMm,
                      view.wholeHeight};
    const glm::vec3 centre(scene.bodyPlacement * glm::vec4(bounds.centre(), 1));
    const float radius = bounds.empty() ? 1.0F : 0.5F * glm::length(bounds.size());
    const float distance = glm::length(view.eye - centre);
    block.depths = {std::max(distance - radius, 0.0F), distance + radius, scene.skinOpacity,
                    behindMm(scene)};
    // Without a cut, everything is on the kept side of the plane.
    block.cut = {0, 0, 0, 1};
    if (scene.cut)
        block.cut = {scene.cut->normal, glm::dot(scene.cut->point, scene.cut->normal)};
    return block;
}

Frustum::Frustum(const glm::mat4& viewProjection)
{
    const auto row = [&](int index) { return glm::row(viewProjection, index); };
    m_planes = {row(3) + row(0), row(3) - row(0), row(3) + row(1),
                row(3) - row(1), row(3) + row(2), row(3) - row(2)};
    for (glm::vec4& plane : m_planes)
        plane /= glm::length(glm::vec3(plane));
}

bool Frustum::touches(const glm::vec3& centre, float radius) const
{
    return std::all_of(m_planes.begin(), m_planes.end(), [&](const glm::vec4& plane) {
        return glm::dot(glm::vec3(plane), centre) + plane.w > -radius;
    });
}

} // namespace knotmap::render
