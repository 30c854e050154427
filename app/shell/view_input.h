#pragma once

#include "app/commands/command.h"
#include "app/commands/cut.h"
#include "app/panels/panel.h"
#include "app/shell/platform_window.h"
#include "engine/render/renderer.h"

#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <optional>
#include <string>
#include <vector>

namespace knotmap::app {

/// Converts mouse input over the 3D view, and shortcuts, to gestures and commands.
class ViewInput
{
public:
    explicit ViewInput(render::Renderer& renderer) : m_renderer(renderer) {}

    /// Once per frame, after ImGui has begun its frame. `view` is in the window's coordinates.
    void update(AppState& state, CommandQueue& commands, const Area& view, float scale,
                const std::vector<MouseEvent>& mouse);

    /// Whether a button is held over the view.
    bool busy() const { return m_button >= 0; }

private:
    void handle(AppState& state, CommandQueue& commands, const MouseEvent& event,
                const glm::vec2& at, bool over, float scale);
    void press(AppState& state, const MouseEvent& event, const glm::vec2& at, float scale);
    void drag(AppState& state, const glm::vec2& at, float scale);
    void release(AppState& state, CommandQueue& commands);
    /// `along`: moves the body instead of zooming and turning.
    void turnWheel(AppState& state, const glm::vec2& at, const glm::vec2& notches, bool along);
    void hover(AppState& state, const glm::vec2& at, float scale);
    void forgetHover(AppState& state);
    scene::Pick pickAt(const AppState& state, const glm::vec2& at);
    glm::vec3 pivotAt(const AppState& state, const glm::vec2& at);

    render::Renderer& m_renderer;
    int m_button = -1; ///< pressed over the view; -1 none
    bool m_pans = false, m_dragging = false, m_double = false;
    bool m_hit = false;                    ///< whether the last click selected something
    glm::vec2 m_pressedAt{0}, m_lastAt{0}; ///< pixels of the view
    double m_pressedTimeS = -1;
    glm::vec3 m_pivot{0};
    std::optional<CutGrip> m_cutGrip;   ///< the button is dragging the cut
    std::optional<glm::vec2> m_wheelAt; ///< where the wheel's pivot was picked
    glm::vec3 m_wheelPivot{0};
    glm::vec2 m_hoverAt{-1};
    glm::mat4 m_hoverCamera{0};
    std::uint64_t m_hoverRevision = 0;
};

/// What has the keyboard focus.
enum class Typing
{
    Nothing,
    Search, ///< the list of trigger points: arrows and Enter walk it
    Field   ///< any other text
};

/// Runs the shortcuts of the pressed keys; while typing, only those with Ctrl and the function
/// keys.
void pressKeys(const std::vector<std::string>& keys, const std::vector<Shortcut>& shortcuts,
               Typing typing, CommandQueue& commands);

} // namespace knotmap::app
