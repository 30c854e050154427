#pragma once

#include "app/panels/theme.h"
#include "app/shell/platform_window.h"

namespace knotmap::app {

/// Dear ImGui with its window and OpenGL backends, and the theme. One per window; destroyed before
/// it.
class UiBackend
{
public:
    explicit UiBackend(PlatformWindow& window);
    ~UiBackend();
    UiBackend(const UiBackend&) = delete;
    UiBackend& operator=(const UiBackend&) = delete;

    const Theme& theme() const { return m_theme; }

    /// Begins a frame; reloads the fonts if the window moved to a monitor of another scale.
    void beginFrame();
    /// Ends the frame and draws it into the window.
    void endFrame();

private:
    void setScale(float scale);

    PlatformWindow& m_window;
    Theme m_theme;
};

} // namespace knotmap::app
