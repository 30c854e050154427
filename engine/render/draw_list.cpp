#include "engine/render/draw_list.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/matrix.hpp>
#include <tuple>

namespace knotmap::render {
namespace {

constexpr float kHoverLift = 0.4F;

scene::Appearance appearanceOf(const scene::Scene& scene, std::size_t instance)
{
    return instance < scene.appearances.size() ? scene.appearances[instance] : scene::Appearance{};
}

/// Distance of the eye from the box around the body, mm.
float distanceToBody(const glm::vec3& eye, const geometry::Bounds& bounds,
                     const glm::mat4& placement)
{
    const glm::vec3 inBody(glm::inverse(placement) * glm::vec4(eye, 1));
    return glm::distance(inBody, glm::clamp(inBody, bounds.low, bounds.high));
}

/// Rounds down to a step of a ladder, so that a rotation of the body does not change it
/// continually.
float stepped(float pixelMm)
{
    constexpr float kStepsAnOctave = 4;
    return std::exp2(std::floor(kStepsAnOctave * std::log2(pixelMm)) / kStepsAnOctave);
}

/// Marks deep muscles under superficial ones and similar.
void shelter(DrawList& list, const body::Atlas& atlas)
{
    constexpr int kLayersAbove = 2;
    const auto layerOf = [&](const DrawItem& item) {
        return static_cast<int>(atlas.shapes[item.shape].layer);
    };
    int outermost = static_cast<int>(anatomy::Layer::Bone);
    for (const DrawItem& item : list.solid)
        if (!item.bone)
            outermost = std::min(outermost, layerOf(item));
    for (DrawItem& item : list.solid)
        item.sheltered = !item.bone && item.lift == 0 && layerOf(item) >= outermost + kLayersAbove;
}

} // namespace

DrawList makeDrawList(const scene::Scene& scene, const AtlasCache& cache, const Frustum& frustum,
                      const FrameView& view, const glm::mat4& placement)
{
    DrawList list;
    const geometry::Bounds& bounds = cache.bounds();
    if (bounds.empty())
        return list;
    const float bodyRadius = 0.5F * glm::length(bounds.size());
    list.inView = frustum.touches(glm::vec3(placement * glm::vec4(bounds.centre(), 1)), bodyRadius);
    const float bodyDistance = distanceToBody(view.eye, bounds, placement);
    list.pixelMm = view.pixelMm * std::max(bodyDistance, view.nearMm);
    // From afar all parts of a body are about equally distant, and the same levels serve from frame
    // to frame.
    const bool far = bodyDistance > 2 * bodyRadius;
    const float commonPixelMm = stepped(list.pixelMm);
    const auto& instances = scene.atlas->instances;
    for (std::size_t i = 0; i < instances.size(); ++i) {
        DrawItem item;
        item.appearance = appearanceOf(scene, i);
        const bool hovered = scene.hoveredInstance && *scene.hoveredInstance == i;
        item.lift = std::max(item.appearance.highlight, hovered ? kHoverLift : 0.0F);
        if (item.appearance.opacity <= 0.002F || cache.shape(instances[i].shape).empty())
            continue;
        item.instance = static_cast<std::uint32_t>(i);
        item.shape = instances[i].shape;
        item.mirror = instances[i].side == core::Side::Left ? -1.0F : 1.0F;
        const scene::Ball ball = cache.ballOf(item.instance);
        const glm::vec3 centre(placement * glm::vec4(ball.centre, 1));
        const bool taken = scene.cut && scene.cut->above(centre) > ball.radius;
        if (taken || !list.inView || !frustum.touches(centre, ball.radius)) {
            ++list.culled;
            continue;
        }
        item.bone = scene.atlas->shapes[item.shape].kind != anatomy::Kind::Muscle;
        item.distance = glm::distance(view.eye, centre);
        item.pixelMm = commonPixelMm;
        if (!far)
            item.pixelMm = view.pixelMm * std::max(item.distance - ball.radius, view.nearMm);
        (item.appearance.opacity >= kSolid ? list.solid : list.ghosts).push_back(item);
    }
    shelter(list, *scene.atlas);
    std::sort(list.solid.begin(), list.solid.end(), [](const DrawItem& a, const DrawItem& b) {
        return std::tie(a.bone, a.distance) < std::tie(b.bone, b.distance);
    });
    std::sort(list.ghosts.begin(), list.ghosts.end(), [](const DrawItem& a, const DrawItem& b) {
        return std::tie(a.bone, a.instance) < std::tie(b.bone, b.instance);
    });
    return list;
}

} // namespace knotmap::render
