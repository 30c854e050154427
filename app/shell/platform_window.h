#pragma once

#include "app/commands/state.h"
#include "engine/core/result.h"

#include <glm/vec2.hpp>
#include <memory>
#include <string>
#include <vector>

struct GLFWwindow;

namespace knotmap::app {

/// A mouse button that went down or up.
struct MouseEvent
{
    bool pressed = false;
    int button = 0;     ///< 0 left, 1 right, 2 middle
    glm::vec2 at{0};    ///< where, in the window's coordinates
    bool shift = false; ///< held meanwhile
    double timeS = 0;
};

/// The window with its OpenGL 3.3 context, which is current as long as it lives.
class PlatformWindow
{
public:
    /// Opens a window. The error says what is missing and how to mend it.
    static core::Result<PlatformWindow> open(const std::string& title);

    PlatformWindow(PlatformWindow&&) noexcept;
    PlatformWindow& operator=(PlatformWindow&&) noexcept;
    ~PlatformWindow();

    GLFWwindow* handle() const;
    WindowSize framebufferSize() const; ///< pixels; 0 x 0 while minimised
    /// How much larger things are to be drawn on this monitor, in the window's coordinates.
    float contentScale() const;
    /// Pixels of the framebuffer to one unit of the window's coordinates.
    float pixelRatio() const;
    bool closing() const;
    void swap();

    /// Handles what has happened; waits for something to happen, at most that long (0: does not
    /// wait; negative: as long as it takes).
    void waitForEvents(double atMostS);
    /// Seconds since the start.
    double now() const;

    void resize(const WindowSize& size);
    void toggleFullScreen();

    /// Keys pressed since the last call, as shortcuts write them.
    std::vector<std::string> takeKeys();
    /// Buttons pressed and released since the last call, in turn; none is lost when a frame takes
    /// long.
    std::vector<MouseEvent> takeMouse();

private:
    struct State;
    explicit PlatformWindow(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace knotmap::app
