#pragma once

#include "app/commands/state.h"
#include "engine/core/result.h"

#include <glm/vec2.hpp>
#include <memory>
#include <string>
#include <vector>

struct GLFWwindow;

namespace knotmap::app {

/// A mouse button pressed or released.
struct MouseEvent
{
    bool pressed = false;
    int button = 0;     ///< 0 left, 1 right, 2 middle
    glm::vec2 at{0};    ///< where, in the window's coordinates
    bool shift = false; ///< modifiers
    double timeS = 0;
};

/// The window with its OpenGL 3.3 context, which is current throughout its lifetime.
class PlatformWindow
{
public:
    /// Opens a window. The error says what is missing and how to fix it.
    static core::Result<PlatformWindow> open(const std::string& title);

    PlatformWindow(PlatformWindow&&) noexcept;
    PlatformWindow& operator=(PlatformWindow&&) noexcept;
    ~PlatformWindow();

    GLFWwindow* handle() const;
    WindowSize framebufferSize() const; ///< pixels; 0 x 0 while minimised
    /// Scale factor for this monitor, in the window's coordinates.
    float contentScale() const;
    /// Framebuffer pixels per unit of the window's coordinates.
    float pixelRatio() const;
    bool closing() const;
    void swap();

    /// Handles pending events; waits for one at most that long (0: does not wait; negative: without
    /// limit).
    void waitForEvents(double atMostS);
    /// Seconds since the start.
    double now() const;

    void resize(const WindowSize& size);
    void toggleFullScreen();

    /// Keys pressed since the last call, as shortcuts write them.
    std::vector<std::string> takeKeys();
    /// Buttons pressed and released since the last call, in order; none is lost if a frame takes
    /// long.
    std::vector<MouseEvent> takeMouse();

private:
    struct State;
    explicit PlatformWindow(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace knotmap::app
