#include "app/commands/gestures.h"

#include "app/commands/animation.h"
#include "app/commands/region_under.h"
#include "app/commands/undo.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

namespace knotmap::app {
namespace {

constexpr float kDegreesAPixel = 0.32F;
constexpr float kZoomANotch = 0.87F;
/// Length of a drag equivalent to one notch.
constexpr float kPixelsANotch = 36;

} // namespace

void beginGesture(AppState& state)
{
    state.animations.camera.reset();
    remember(state);
}

void dragOrbit(AppState& state, const glm::vec3& pivot, const glm::vec2& by)
{
    scene::orbitAbout(state.scene.camera, pivot, -by.x * kDegreesAPixel, by.y * kDegreesAPixel);
}

void dragPan(AppState& state, const glm::vec3& pivot, const glm::vec2& by)
{
    scene::Camera& camera = state.scene.camera;
    // A pan moves what is at the target's depth with the pointer; nearer objects need less.
    const float depth = glm::dot(camera.eye() - pivot, camera.toEye());
    const float share = std::clamp(depth / camera.distanceMm, 0.1F, 4.0F);
    const float height = static_cast<float>(std::max(1, state.window.viewSize.height));
    scene::pan(camera, -by.x / height * share, by.y / height * share);
}

void wheelZoom(AppState& state, const glm::vec3& pivot, float notches)
{
    state.animations.camera.reset();
    scene::zoomTowards(state.scene.camera, pivot, std::pow(kZoomANotch, notches));
}

void wheelOrbit(AppState& state, const glm::vec3& pivot, float notches)
{
    state.animations.camera.reset();
    dragOrbit(state, pivot, {notches * kPixelsANotch, 0});
}

void wheelPan(AppState& state, const glm::vec3& pivot, const glm::vec2& notches)
{
    state.animations.camera.reset();
    dragPan(state, pivot, {notches.x * kPixelsANotch, -notches.y * kPixelsANotch});
}

scene::Ray rayAt(const AppState& state, const glm::vec2& pixel)
{
    const float width = static_cast<float>(std::max(1, state.window.viewSize.width));
    const float height = static_cast<float>(std::max(1, state.window.viewSize.height));
    return scene::rayThrough(state.scene.camera, state.window.aspect, 2 * pixel.x / width - 1,
                             1 - 2 * pixel.y / height);
}

std::optional<ClickOutcome> clickOn(const AppState& state, const scene::Pick& pick,
                                    const scene::Ray& ray)
{
    using What = scene::Pick::What;
    if (pick.what == What::Knot)
        return ClickOutcome{"select-point", {state.document.points[pick.index].name(), "stay"}};
    if (state.panels.tab == Tab::Pain) {
        if (const auto painRegion = regionUnder(state, ray))
            return ClickOutcome{"hurt", {painRegion->name()}};
        return std::nullopt;
    }
    if (pick.what == What::Instance) {
        const body::Instance& instance = state.atlas().instances[pick.index];
        return ClickOutcome{
            "select-structure",
            {core::instanceName(state.atlas().shapeOf(instance).id, instance.side)}};
    }
    const bool selected = state.document.selection.what != Selection::What::Nothing;
    if (pick.what == What::Nothing && selected)
        return ClickOutcome{"clear", {}};
    return std::nullopt;
}

Selection hoverOf(const scene::Pick& pick)
{
    if (pick.what == scene::Pick::What::Knot)
        return {Selection::What::Point, pick.index};
    if (pick.what == scene::Pick::What::Instance)
        return {Selection::What::Structure, pick.index};
    return {};
}

} // namespace knotmap::app
