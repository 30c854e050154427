#pragma once

#include "app/commands/command.h"
#include "app/commands/shortcuts.h"
#include "app/shell/inset_view.h"
#include "app/shell/picture_view.h"
#include "app/shell/platform_window.h"
#include "app/shell/session.h"
#include "app/shell/turntable_saver.h"
#include "app/shell/ui_backend.h"
#include "app/shell/view_input.h"
#include "engine/render/renderer.h"

namespace knotmap::app {

/// The order of a frame: wait for events, input, commands, the 3D view, the panels, ImGui. Nothing
/// is drawn while nothing happens. Window, renderer, commands and session must outlive it.
class FrameLoop
{
public:
    FrameLoop(PlatformWindow& window, render::Renderer& renderer, const CommandTable& table,
              Session& session);

    /// Why the loop ended.
    enum class End
    {
        Closed,
        GraphicsLost ///< the session continues with another window
    };
    End run();

private:
    double waitingTime() const;
    /// Prints what the loop does if tracing is on.
    void traceFrames(const char* what) const;
    void frame();
    void layOut();
    void handleInput();
    void takeBody();
    void takeSolvedPosition();
    void playReplay();
    void runCommands();
    void fulfilRequests(const WindowSize& size);
    void savePicture(const PictureRequest& request);
    void saveTurntable();
    void readShaders();
    void drawInterface();
    /// Finds the visible structures to name once a new picture is idle.
    void surveyLabels();
    void drawKnotRing();
    void report(const core::Error& error);

    PlatformWindow& m_window;
    render::Renderer& m_renderer;
    const CommandTable& m_table;
    const std::vector<Shortcut> m_shortcuts = allShortcuts();
    Session& m_session;
    AppState& m_state;
    CommandQueue& m_queue;
    UiBackend m_ui;
    ViewInput m_input;
    PictureView m_picture;
    InsetView m_inset;
    ReplayPlayer& m_replay;
    TurntableSaver m_turntable;
    Layout m_layout;
    std::uint64_t m_surveyed = 0; ///< the drawing whose names are known
    int m_framesDue = 3;          ///< still to be drawn without further events
};

} // namespace knotmap::app
