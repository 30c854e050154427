#include "app/commands/cut.h"

#include "app/commands/fit_cut.h"
#include "app/commands/gestures.h"
#include "app/commands/scene_refresh.h"
#include "app/model/bounds.h"
#include "app/model/compose.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>

namespace knotmap::app {
namespace {

/// Minimum distance of the handle from the picture's edge, pixels.
constexpr float kInsidePixels = 24;
/// Length of the axis that is projected to find its direction in the picture, mm.
constexpr float kProbeMm = 20;
/// The pointer cannot follow an axis foreshortened more than this, fraction of the probe.
constexpr float kMinShare = 0.08F;

std::optional<glm::vec2> pixelOf(const AppState& state, const glm::vec3& position)
{
    const scene::Camera& camera = state.scene.camera;
    const glm::vec4 clip =
        camera.projection(state.window.aspect) * camera.view() * glm::vec4(position, 1);
    if (clip.w <= 0)
        return std::nullopt;
    return glm::vec2((clip.x / clip.w + 1) / 2 * static_cast<float>(state.window.viewSize.width),
                     (1 - clip.y / clip.w) / 2 * static_cast<float>(state.window.viewSize.height));
}

bool inPicture(const AppState& state, const glm::vec2& pixel)
{
    return pixel.x > kInsidePixels && pixel.y > kInsidePixels &&
           pixel.x < static_cast<float>(state.window.viewSize.width) - kInsidePixels &&
           pixel.y < static_cast<float>(state.window.viewSize.height) - kInsidePixels;
}

std::array<glm::vec3, 4> cornersOf(const scene::Cut& cut)
{
    return {cut.point - cut.side - cut.other, cut.point + cut.side - cut.other,
            cut.point + cut.side + cut.other, cut.point - cut.side + cut.other};
}

/// Distance of a pixel from an edge, and the parameter of the nearest point on the edge.
std::pair<float, float> fromEdge(const glm::vec2& pixel, const glm::vec2& from, const glm::vec2& to)
{
    const glm::vec2 along = to - from;
    const float share = std::clamp(
        glm::dot(pixel - from, along) / std::max(glm::dot(along, along), 1e-3F), 0.0F, 1.0F);
    return {glm::distance(pixel, from + share * along), share};
}

CutGrip gripOn(const AppState& state, const glm::vec3& position, const glm::vec2& pixel)
{
    return {position, pixel, scene::positionAlong(*state.view.cut)};
}

} // namespace

void setCut(AppState& state, std::optional<scene::Cut> cut)
{
    state.view.cut = cut;
    refitCut(state);
    refreshAppearances(state);
}

void placeCutAt(AppState& state, float mm)
{
    if (!state.view.cut)
        return;
    scene::move(*state.view.cut, mm - scene::positionAlong(*state.view.cut), state.view.cutBounds);
    refreshAppearances(state);
}

std::optional<CutHandle> cutHandle(const AppState& state)
{
    if (!state.view.cut)
        return std::nullopt;
    const scene::Cut& cut = *state.view.cut;
    const glm::vec3 axis = scene::axisOf(scene::planeOf(cut));
    std::optional<CutHandle> best;
    for (const glm::vec3& off : {cut.side, -cut.side, cut.other, -cut.other}) {
        const glm::vec3 position = cut.point + off;
        const auto pixel = pixelOf(state, position),
                   beyond = pixelOf(state, position + kProbeMm * axis);
        if (!pixel || !beyond || !inPicture(state, *pixel))
            continue;
        // On the right it avoids the start of the labels and is near the card.
        if (best && best->at.x >= pixel->x)
            continue;
        const glm::vec2 offset = *beyond - *pixel;
        const float length = glm::length(offset);
        best = CutHandle{position, *pixel, length > 1 ? offset / length : glm::vec2(0)};
    }
    return best;
}

std::optional<CutGrip> gripAt(const AppState& state, const glm::vec2& pixel, float reach)
{
    if (!state.view.cut)
        return std::nullopt;
    if (const auto handle = cutHandle(state))
        if (glm::distance(handle->at, pixel) < 2.5F * reach)
            return gripOn(state, handle->position, pixel);
    const auto corners = cornersOf(*state.view.cut);
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const glm::vec3 &from = corners[i], &to = corners[(i + 1) % corners.size()];
        const auto start = pixelOf(state, from), end = pixelOf(state, to);
        if (!start || !end)
            continue;
        const auto [away, share] = fromEdge(pixel, *start, *end);
        if (away < reach)
            return gripOn(state, from + share * (to - from), pixel);
    }
    return std::nullopt;
}

void dragCut(AppState& state, const CutGrip& grip, const glm::vec2& pixel)
{
    if (!state.view.cut)
        return;
    const glm::vec3 axis = scene::axisOf(scene::planeOf(*state.view.cut));
    const auto before = scene::distanceAlong(rayAt(state, grip.pressed), grip.position, axis);
    const auto now = scene::distanceAlong(rayAt(state, pixel), grip.position, axis);
    const float cosine = std::abs(glm::dot(state.scene.camera.toEye(), axis));
    if (before && now && std::sqrt(1 - cosine * cosine) > kMinShare)
        return placeCutAt(state, grip.cutMm + *now - *before);
    // The eye looks along the axis: up brings the plane nearer.
    const scene::Camera& camera = state.scene.camera;
    const float depth = glm::dot(camera.eye() - grip.position, camera.toEye());
    const float pixelMm = 2 * std::tan(glm::radians(camera.fieldOfViewDeg) / 2) * depth /
                          static_cast<float>(std::max(1, state.window.viewSize.height));
    const float towards = glm::dot(camera.toEye(), axis) > 0 ? 1.0F : -1.0F;
    placeCutAt(state, grip.cutMm + towards * pixelMm * (grip.pressed.y - pixel.y));
}

} // namespace knotmap::app
