#include "app/shell/inset_view.h"

#include "app/model/bounds.h"
#include "app/model/compose.h"

#include <algorithm>
#include <cmath>
#include <glm/vec4.hpp>

namespace knotmap::app {
namespace {

/// The inset appears if the view is closer than this fraction of the distance that frames the whole
/// body.
constexpr float kCloseShare = 0.6F;
constexpr float kEdge = 148, kMargin = 12;
/// The view must have room for it.
constexpr float kMinViews = 2.4F;
/// It rotates with the view in steps, so that it need not be redrawn on every small rotation.
constexpr float kYawStepDeg = 60;
/// Drawn larger than shown: antialiased without multisampling.
constexpr int kOver = 2;

} // namespace

bool InsetView::Key::sameBody(const Key& other) const
{
    return atlas == other.atlas && pose == other.pose && placement == other.placement;
}

bool InsetView::Key::operator==(const Key& other) const
{
    return sameBody(other) && zone == other.zone && yawDeg == other.yawDeg &&
           pixels == other.pixels;
}

void InsetView::measure(const AppState& state)
{
    m_bounds = shownBounds(*state.document.library, state.scene);
}

Area InsetView::update(const AppState& state, const Area& view, const Theme& theme, bool atRest)
{
    const float edge = theme.px(kEdge), margin = theme.px(kMargin);
    if (!state.view.showInset || std::min(view.width, view.height) < kMinViews * edge)
        return {};
    Key key;
    key.atlas = state.scene.atlas;
    key.pose = state.scene.pose;
    key.zone = state.scene.zone;
    key.placement = state.scene.bodyPlacement;
    key.yawDeg = kYawStepDeg * std::round(state.scene.camera.yawDeg / kYawStepDeg);
    key.pixels = static_cast<int>(edge * state.window.pixelRatio) * kOver;
    if (!m_measured.sameBody(key)) {
        if (!atRest)
            return {};
        measure(state);
        m_measured = key;
    }
    scene::Camera whole = state.scene.camera;
    scene::frame(whole, m_bounds, state.window.aspect);
    if (state.scene.camera.distanceMm > kCloseShare * whole.distanceMm)
        return {};
    if (!(m_drawn == key)) {
        if (atRest)
            draw(state, key);
        else if (!m_drawn.sameBody(key))
            return {};
    }
    return {view.x + view.width - edge - margin, view.y + margin, edge, edge};
}

void InsetView::draw(const AppState& state, const Key& key)
{
    scene::Scene scene = state.scene;
    for (scene::Appearance& appearance : scene.appearances)
        appearance = {0, 0};
    scene.skinOpacity = 1;
    scene.knotsVisible = false;
    scene.startPose.reset();
    scene.weight.reset();
    scene.arrow.reset();
    scene.camera.yawDeg = key.yawDeg;
    scene.camera.pitchDeg = 8;
    scene::frame(scene.camera, m_bounds, 1);
    m_camera = scene.camera;
    m_texture.resize(key.pixels, key.pixels);
    render::Target target{m_texture.framebuffer(), key.pixels, key.pixels};
    target.quality = render::Quality::Moving;
    m_renderer.draw(scene, target);
    m_drawn = key;
}

void InsetView::show(const AppState& state, const Area& area, const Theme& theme) const
{
    if (area.width < 1)
        return;
    ImDrawList* draw = ImGui::GetBackgroundDrawList();
    const ImVec2 end{area.x + area.width, area.y + area.height};
    const auto name = static_cast<std::intptr_t>(m_texture.texture());
    draw->AddImage(reinterpret_cast<ImTextureID>(name), area.corner(), end, {0, 1}, {1, 0});
    draw->AddRect(area.corner(), end, ImGui::GetColorU32(colour::kLine), 0, 0, theme.px(1));
    glm::vec3 focus = state.scene.camera.target;
    if (state.scene.selectedKnot)
        focus = glm::vec3(state.scene.bodyPlacement *
                          glm::vec4(state.scene.knots[*state.scene.selectedKnot].onSkin, 1));
    const glm::vec4 clip = m_camera.projection(1) * m_camera.view() * glm::vec4(focus, 1);
    const ImVec2 centre{area.x + std::clamp((clip.x / clip.w + 1) / 2, 0.0F, 1.0F) * area.width,
                        area.y + std::clamp((1 - clip.y / clip.w) / 2, 0.0F, 1.0F) * area.height};
    draw->AddCircle(centre, theme.px(8), ImGui::GetColorU32({1, 0.99F, 0.97F, 0.8F}), 24,
                    theme.px(3.2F));
    draw->AddCircle(centre, theme.px(8), ImGui::GetColorU32(colour::kLink), 24, theme.px(1.6F));
}

} // namespace knotmap::app
