#include "app/shell/view_input.h"

#include "app/commands/gestures.h"

#include <cmath>
#include <glm/geometric.hpp>
#include <imgui.h>

namespace knotmap::app {
namespace {

/// A press that moves less than this, in unscaled pixels, is a click.
constexpr float kDragThreshold = 4;
/// The wheel keeps its pivot while the pointer stays this close, in pixels.
constexpr float kWheelStays = 3;

} // namespace

scene::Pick ViewInput::pickAt(const AppState& state, const glm::vec2& at)
{
    if (state.viewSize.width <= 0 || state.viewSize.height <= 0)
        return {};
    return m_renderer.pick(state.scene, state.viewSize.width, state.viewSize.height, at.x, at.y);
}

glm::vec3 ViewInput::pivotAt(const AppState& state, const glm::vec2& at)
{
    const scene::Pick pick = pickAt(state, at);
    if (pick.what == scene::Pick::What::Nothing)
        return state.scene.camera.target;
    return glm::vec3(state.scene.bodyPlacement * glm::vec4(pick.position, 1));
}

void ViewInput::press(AppState& state, const glm::vec2& at)
{
    const ImGuiIO& io = ImGui::GetIO();
    for (int button = 0; button < 3; ++button) {
        if (!ImGui::IsMouseClicked(button))
            continue;
        m_button = button;
        m_pans = button != 0 || io.KeyShift;
        m_double = ImGui::IsMouseDoubleClicked(button);
        m_dragging = false;
        m_pressedAt = m_lastAt = at;
        m_pivot = pivotAt(state, at);
        return;
    }
}

void ViewInput::drag(AppState& state, const glm::vec2& at, float scale)
{
    if (!m_dragging && glm::distance(at, m_pressedAt) > kDragThreshold * scale) {
        m_dragging = true;
        beginGesture(state);
    }
    if (!m_dragging)
        return;
    const glm::vec2 by = (at - m_lastAt) / (m_pans ? 1.0F : scale);
    if (m_pans)
        dragPan(state, m_pivot, by);
    else
        dragOrbit(state, m_pivot, by);
    m_lastAt = at;
}

void ViewInput::release(AppState& state, CommandQueue& commands)
{
    const bool clicked = m_button == 0 && !m_dragging && !m_pans;
    m_button = -1;
    m_hoverAt = glm::vec2(-1);
    if (!clicked)
        return;
    if (m_double) {
        commands.push("focus");
        return;
    }
    const scene::Pick pick = pickAt(state, m_pressedAt);
    if (const auto outcome = clickOn(state, pick, rayAt(state, m_pressedAt)))
        commands.push(outcome->command, outcome->arguments);
}

void ViewInput::turnWheel(AppState& state, const glm::vec2& at, float notches)
{
    if (!m_wheelAt || glm::distance(*m_wheelAt, at) > kWheelStays) {
        m_wheelPivot = pivotAt(state, at);
        rememberView(state);
        m_wheelAt = at;
    }
    wheelZoom(state, m_wheelPivot, notches);
}

void ViewInput::hover(AppState& state, const glm::vec2& at)
{
    if (at == m_hoverAt && m_hoverRevision == state.pictureRevision)
        return;
    m_hoverAt = at;
    m_hoverRevision = state.pictureRevision;
    state.hover = hoverOf(pickAt(state, at));
    state.hoverRegion.reset();
    if (state.tab == Tab::Pain && state.hover.what != Selection::What::Point)
        state.hoverRegion = regionUnder(state, rayAt(state, at));
}

void ViewInput::update(AppState& state, CommandQueue& commands, const Area& view, float scale)
{
    const ImGuiIO& io = ImGui::GetIO();
    const bool over = !io.WantCaptureMouse && view.contains(io.MousePos);
    const glm::vec2 at(io.MousePos.x - view.x, io.MousePos.y - view.y);
    if (over && m_button < 0)
        press(state, at);
    if (m_button >= 0) {
        state.hover = {};
        state.hoverRegion.reset();
        if (ImGui::IsMouseDown(m_button))
            drag(state, at, scale);
        else
            release(state, commands);
        return;
    }
    if (over && io.MouseWheel != 0)
        turnWheel(state, at, io.MouseWheel);
    if (m_wheelAt && glm::distance(*m_wheelAt, at) > kWheelStays)
        m_wheelAt.reset();
    if (over && !state.move) {
        hover(state, at);
    } else {
        state.hover = {};
        state.hoverRegion.reset();
        m_hoverAt = glm::vec2(-1);
    }
}

void pressKeys(const std::vector<std::string>& keys, const std::vector<Shortcut>& shortcuts,
               bool typing, CommandQueue& commands)
{
    for (const std::string& key : keys) {
        const bool always = key.rfind("Ctrl+", 0) == 0 || key == "F1" || key == "F11";
        // Undo and the like belong to the text field while one types into it.
        const bool fields = key == "Ctrl+Z" || key == "Ctrl+A";
        if (typing && (!always || fields))
            continue;
        if (const CommandCall* call = callOf(shortcuts, key))
            commands.push(call->id, call->arguments);
    }
}

} // namespace knotmap::app
