#include "engine/render/draw_list.h"

#include <algorithm>
#include <glm/geometric.hpp>
#include <tuple>

namespace knotmap::render {
namespace {

constexpr float kHoverLift = 0.4F;

scene::Look lookOf(const scene::Scene& scene, std::size_t instance)
{
    return instance < scene.looks.size() ? scene.looks[instance] : scene::Look{};
}

} // namespace

DrawList makeDrawList(const scene::Scene& scene, const AtlasCache& cache, const Frustum& frustum,
                      const FrameView& view)
{
    DrawList list;
    const auto& instances = scene.atlas->instances;
    for (std::size_t i = 0; i < instances.size(); ++i) {
        const GpuMesh& mesh = cache.shape(instances[i].shape);
        DrawItem item;
        item.look = lookOf(scene, i);
        const bool hovered = scene.hoveredInstance && *scene.hoveredInstance == i;
        item.lift = std::max(item.look.highlight, hovered ? kHoverLift : 0.0F);
        if (item.look.opacity <= 0.002F || mesh.empty())
            continue;
        item.instance = static_cast<std::uint32_t>(i);
        item.shape = instances[i].shape;
        item.mirror = instances[i].side == core::Side::Left ? -1.0F : 1.0F;
        const Ball ball = cache.ballOf(item.instance);
        const glm::vec3 centre(scene.bodyPlacement * glm::vec4(ball.centre, 1));
        const bool taken = scene.cut && scene.cut->above(centre) > ball.radius;
        if (taken || !frustum.touches(centre, ball.radius)) {
            ++list.culled;
            continue;
        }
        item.bone = scene.atlas->shapes[item.shape].kind != anatomy::Kind::Muscle;
        item.distance = glm::length(view.eye - centre);
        item.pixelMm = view.pixelMm * std::max(item.distance - ball.radius, view.nearMm);
        (item.look.opacity >= kSolid ? list.solid : list.ghosts).push_back(item);
    }
    std::sort(list.solid.begin(), list.solid.end(), [](const DrawItem& a, const DrawItem& b) {
        return std::tie(a.bone, a.distance) < std::tie(b.bone, b.distance);
    });
    std::sort(list.ghosts.begin(), list.ghosts.end(), [](const DrawItem& a, const DrawItem& b) {
        return std::tie(a.bone, a.instance) < std::tie(b.bone, b.instance);
    });
    return list;
}

} // namespace knotmap::render
