#include "app/shell/view_input.h"

#include "app/commands/animation.h"
#include "app/commands/gestures.h"
#include "app/commands/region_under.h"
#include "app/commands/undo.h"

#include <cmath>
#include <glm/geometric.hpp>
#include <imgui.h>

namespace knotmap::app {
namespace {

/// A press that moves less than this, in unscaled pixels, is a click.
constexpr float kDragThreshold = 4;
constexpr double kDoubleClickS = 0.4;
constexpr float kDoubleClickStays = 8;
/// The wheel keeps its pivot while the pointer stays this close, in pixels.
constexpr float kWheelStays = 3;
/// Distance within which the cut's frame can be grabbed, in unscaled pixels.
constexpr float kCutReach = 6;

/// They belong to the text field while one types into it.
bool isUndo(const std::string& key)
{
    return key == "Ctrl+Z" || key == "Ctrl+Y" || key == "Ctrl+Shift+Z";
}

} // namespace

scene::Pick ViewInput::pickAt(const AppState& state, const glm::vec2& at)
{
    if (state.window.viewSize.width <= 0 || state.window.viewSize.height <= 0)
        return {};
    return m_renderer.pick(state.scene, state.window.viewSize.width, state.window.viewSize.height,
                           at.x, at.y);
}

glm::vec3 ViewInput::pivotAt(const AppState& state, const glm::vec2& at)
{
    const scene::Pick pick = pickAt(state, at);
    if (pick.what == scene::Pick::What::Nothing)
        return state.scene.camera.target;
    return glm::vec3(state.scene.bodyPlacement * glm::vec4(pick.position, 1));
}

void ViewInput::press(AppState& state, const MouseEvent& event, const glm::vec2& at, float scale)
{
    m_double = event.button == 0 && event.timeS - m_pressedTimeS < kDoubleClickS &&
               glm::distance(at, m_pressedAt) < kDoubleClickStays;
    m_button = event.button;
    m_pans = event.button != 0 || event.shift;
    m_dragging = false;
    m_pressedAt = m_lastAt = at;
    m_pressedTimeS = event.timeS;
    m_cutGrip = m_pans ? std::nullopt : gripAt(state, at, kCutReach * scale);
    if (!m_cutGrip)
        m_pivot = pivotAt(state, at);
}

void ViewInput::drag(AppState& state, const glm::vec2& at, float scale)
{
    if (!m_dragging && glm::distance(at, m_pressedAt) > kDragThreshold * scale) {
        m_dragging = true;
        beginGesture(state);
    }
    if (!m_dragging)
        return;
    if (m_cutGrip) {
        if (at != m_lastAt)
            dragCut(state, *m_cutGrip, at);
        m_lastAt = at;
        return;
    }
    const glm::vec2 by = (at - m_lastAt) / (m_pans ? 1.0F : scale);
    if (m_pans)
        dragPan(state, m_pivot, by);
    else
        dragOrbit(state, m_pivot, by);
    m_lastAt = at;
}

void ViewInput::release(AppState& state, CommandQueue& commands)
{
    const bool clicked = m_button == 0 && !m_dragging && !m_pans && !m_cutGrip;
    m_cutGrip.reset();
    m_button = -1;
    m_hoverAt = glm::vec2(-1);
    if (!clicked)
        return;
    if (m_double) {
        // The first click has selected what is now framed.
        if (m_hit)
            commands.push("focus");
        m_pressedTimeS = -1;
        return;
    }
    const scene::Pick pick = pickAt(state, m_pressedAt);
    const auto outcome = clickOn(state, pick, rayAt(state, m_pressedAt));
    m_hit = outcome && outcome->command != "clear" && state.panels.tab != Tab::Pain;
    if (outcome)
        commands.push(outcome->command, outcome->arguments);
}

void ViewInput::handle(AppState& state, CommandQueue& commands, const MouseEvent& event,
                       const glm::vec2& at, bool over, float scale)
{
    if (event.pressed && m_button < 0 && over && event.button < 3) {
        press(state, event, at, scale);
    } else if (!event.pressed && event.button == m_button) {
        drag(state, at, scale);
        release(state, commands);
    }
}

void ViewInput::turnWheel(AppState& state, const glm::vec2& at, const glm::vec2& notches,
                          bool along)
{
    if (!m_wheelAt || glm::distance(*m_wheelAt, at) > kWheelStays) {
        m_wheelPivot = pivotAt(state, at);
        remember(state);
        m_wheelAt = at;
    }
    if (along)
        wheelPan(state, m_wheelPivot, notches);
    else
        wheelZoom(state, m_wheelPivot, notches.y);
    if (!along && notches.x != 0)
        wheelOrbit(state, m_wheelPivot, notches.x);
}

void ViewInput::hover(AppState& state, const glm::vec2& at, float scale)
{
    if (at == m_hoverAt && m_hoverRevision == state.pictureRevision &&
        m_hoverCamera == state.scene.camera.view())
        return;
    m_hoverAt = at;
    m_hoverCamera = state.scene.camera.view();
    m_hoverRevision = state.pictureRevision;
    state.window.overCut = gripAt(state, at, kCutReach * scale).has_value();
    if (state.window.overCut) {
        state.window.hover = {};
        state.window.hoverRegion.reset();
        return;
    }
    state.window.hover = hoverOf(pickAt(state, at));
    state.window.hoverRegion.reset();
    if (state.panels.tab == Tab::Pain && state.window.hover.what != Selection::What::Point)
        state.window.hoverRegion = regionUnder(state, rayAt(state, at));
}

void ViewInput::forgetHover(AppState& state)
{
    state.window.hover = {};
    state.window.hoverRegion.reset();
    state.window.overCut = m_cutGrip.has_value();
    m_hoverAt = glm::vec2(-1);
}

void ViewInput::update(AppState& state, CommandQueue& commands, const Area& view, float scale,
                       const std::vector<MouseEvent>& mouse)
{
    const ImGuiIO& io = ImGui::GetIO();
    const bool free = !io.WantCaptureMouse || m_button >= 0;
    const auto pixel = [&](const glm::vec2& position) {
        return (position - glm::vec2(view.x, view.y)) * state.window.pixelRatio;
    };
    for (const MouseEvent& event : mouse) {
        const bool over = free && view.contains({event.at.x, event.at.y});
        handle(state, commands, event, pixel(event.at), over, scale * state.window.pixelRatio);
    }
    const glm::vec2 at = pixel({io.MousePos.x, io.MousePos.y});
    const bool over = !io.WantCaptureMouse && view.contains(io.MousePos);
    if (m_button >= 0) {
        forgetHover(state);
        drag(state, at, scale * state.window.pixelRatio);
        return;
    }
    if (over && (io.MouseWheel != 0 || io.MouseWheelH != 0))
        turnWheel(state, at, {io.MouseWheelH, io.MouseWheel}, io.KeyShift);
    if (m_wheelAt && glm::distance(*m_wheelAt, at) > kWheelStays)
        m_wheelAt.reset();
    if (over && !state.animations.camera)
        hover(state, at, scale * state.window.pixelRatio);
    else
        forgetHover(state);
}

void pressKeys(const std::vector<std::string>& keys, const std::vector<Shortcut>& shortcuts,
               Typing typing, CommandQueue& commands)
{
    for (const std::string& key : keys) {
        if (typing == Typing::Search && (key == "Down" || key == "Up")) {
            commands.push("list-move", {key == "Down" ? "1" : "-1"});
            continue;
        }
        if (typing == Typing::Search && key == "Enter")
            commands.push("list-choose");
        const bool always = key.rfind("Ctrl+", 0) == 0 || key == "F1" || key == "F11";
        if (typing != Typing::Nothing && (!always || isUndo(key)))
            continue;
        if (const CommandCall* call = callOf(shortcuts, key))
            commands.push(call->id, call->arguments);
    }
}

} // namespace knotmap::app
