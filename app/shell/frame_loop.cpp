#include "app/shell/frame_loop.h"

#include "app/commands/animation.h"
#include "app/commands/body_build.h"
#include "app/commands/position_work.h"
#include "app/commands/pulse.h"
#include "app/commands/scene_refresh.h"
#include "app/model/settings.h"
#include "app/print/labelled_picture.h"
#include "engine/core/log.h"
#include "engine/image/image.h"
#include "engine/words/tr.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <glm/vec4.hpp>
#include <imgui.h>

namespace knotmap::app {
namespace {

/// ImGui lays out and highlights over several frames after an event.
constexpr int kFramesAfterEvent = 3;
constexpr double kForever = -1;
constexpr double kHiddenPollS = 0.05;
/// Interval of a smooth animation, if the display does not set the pace.
constexpr double kMoveStepS = 0.008;
/// Polling interval for a body under construction.
constexpr double kBodyPollS = 0.02;
/// How often is asked whether a position is solved.
constexpr double kPositionPollS = 0.004;
/// How often the files of the shaders are looked at while they are worked on.
constexpr double kShaderPollS = 0.5;

} // namespace

FrameLoop::FrameLoop(PlatformWindow& window, render::Renderer& renderer, const CommandTable& table,
                     Session& session)
    : m_window(window), m_renderer(renderer), m_table(table), m_session(session),
      m_state(session.state), m_queue(session.queue), m_ui(window), m_input(renderer),
      m_picture(renderer), m_inset(renderer), m_replay(session.replay)
{}

double FrameLoop::waitingTime() const
{
    if (m_framesDue > 0 || !m_queue.empty() || m_turntable.busy())
        return 0;
    if (m_state.animations.running())
        return kMoveStepS;
    if (m_state.position.work)
        return kPositionPollS;
    if (m_state.document.bodyWork)
        return kBodyPollS;
    if (!m_picture.atRest() && !m_input.busy())
        return std::max(0.001, m_picture.secondsToRest(m_window.now()));
    if (!m_replay.done())
        return std::max(0.001, m_replay.secondsToWait(m_window.now()));
    return m_renderer.watchesShaders() ? kShaderPollS : kForever;
}

FrameLoop::End FrameLoop::run()
{
    while (!m_window.closing() && !m_state.requests.quit) {
        const double wait = waitingTime();
        const double before = m_window.now();
        if (wait < 0)
            traceFrames("rest");
        m_window.waitForEvents(wait);
        if (wait != 0)
            traceFrames("wake");
        // Woken early: something happened.
        const bool event = wait < 0 || m_window.now() - before < wait - 0.001;
        if (wait != 0)
            m_framesDue = event ? kFramesAfterEvent : 1;
        frame();
        if (std::exchange(m_state.requests.restartGraphics, false) || graphicsLost())
            return End::GraphicsLost;
    }
    return End::Closed;
}

void FrameLoop::traceFrames(const char* what) const
{
    if (!m_state.trace.frames)
        return;
    std::puts(what);
    std::fflush(stdout);
}

void FrameLoop::frame()
{
    const WindowSize size = m_window.framebufferSize();
    if (size.width <= 0 || size.height <= 0) {
        // Minimised: nothing to draw on, but a replay continues.
        m_framesDue = kFramesAfterEvent;
        m_window.waitForEvents(
            m_replay.done() && !m_state.document.bodyWork && !m_state.position.work ? kForever
                                                                                    : kHiddenPollS);
        takeBody();
        takeSolvedPosition();
        playReplay();
        runCommands();
        fulfilRequests(size);
        return;
    }
    m_framesDue = std::max(0, m_framesDue - 1);
    m_ui.beginFrame();
    layOut();
    handleInput();
    takeBody();
    takeSolvedPosition();
    readShaders();
    playReplay();
    runCommands();
    stepCamera(m_state, m_window.now());
    stepPeeling(m_state, m_window.now());
    stepPosing(m_state, m_window.now());
    stepPulse(m_state, m_window.now());
    m_picture.update(m_state, m_window, m_input.busy());
    surveyLabels();
    m_layout.inset = m_inset.update(m_state, m_layout.view, m_ui.theme(), m_picture.atRest());
    drawInterface();
    clearWindow(size.width, size.height, colour::kPaper.x, colour::kPaper.y, colour::kPaper.z);
    m_ui.endFrame();
    m_replay.frameDrawn();
    fulfilRequests(size);
    m_window.swap();
    traceFrames("frame");
}

void FrameLoop::layOut()
{
    const ImVec2 window = ImGui::GetIO().DisplaySize;
    m_session.windowSize = {static_cast<int>(window.x), static_cast<int>(window.y)};
    m_layout = divideWindow(m_state, m_ui.theme(), window.x, window.y);
    const Area& view = m_layout.view;
    m_state.window.pixelRatio = m_window.pixelRatio();
    m_state.window.viewSize = {static_cast<int>(view.width * m_state.window.pixelRatio),
                               static_cast<int>(view.height * m_state.window.pixelRatio)};
    m_state.window.viewOrigin = {view.x, view.y};
    m_state.window.aspect = view.width / std::max(1.0F, view.height);
    if (m_session.framed)
        return;
    // The first view can be framed only now that the aspect ratio of the picture is known.
    m_session.framed = true;
    frameWholeBody(m_state);
}

void FrameLoop::handleInput()
{
    const ImGuiIO& io = ImGui::GetIO();
    // An open menu receives the keys: Esc closes it and does nothing else.
    if (ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup))
        m_window.takeKeys();
    const Typing field = m_state.panels.tab == Tab::Knots ? Typing::Search : Typing::Field;
    pressKeys(m_window.takeKeys(), m_shortcuts, io.WantTextInput ? field : Typing::Nothing,
              m_queue);
    m_input.update(m_state, m_queue, m_layout.view, m_ui.theme().scale, m_window.takeMouse());
    if (m_state.panels.dialog != Dialog::None) {
        m_state.window.hover = {};
        m_state.window.hoverRegion.reset();
    }
}

void FrameLoop::takeBody()
{
    const auto taken = finishBuild(m_state);
    if (!taken)
        return report(taken.error());
    if (!*taken)
        return;
    m_framesDue = kFramesAfterEvent;
    if (m_session.settings.empty())
        return; // told at the start
    if (const auto error = writeSettings(m_session.settings, {m_state.document.library->build}))
        notifyError(m_state, error->message);
}

void FrameLoop::takeSolvedPosition()
{
    const auto taken = takePosition(m_state);
    if (!taken)
        report(taken.error());
    else if (*taken)
        m_framesDue = kFramesAfterEvent;
}

void FrameLoop::report(const core::Error& error)
{
    notifyError(m_state, error.message);
    m_framesDue = kFramesAfterEvent;
    if (!m_session.replaying)
        return;
    core::logError("knotmap: " + error.message);
    m_session.status = 1;
    (void)m_table.run(m_state, {"quit", {}});
}

void FrameLoop::playReplay()
{
    const double now = m_window.now();
    if (m_replay.ready(m_state, m_picture.atRest(), now))
        if (const auto error = m_replay.step(m_state, m_table, now))
            report(*error);
    if (!m_replay.done() && m_replay.secondsToWait(now) <= 0)
        m_framesDue = std::max(m_framesDue, 1);
}

void FrameLoop::runCommands()
{
    m_state.requests.focusSearch = false;
    for (const CommandCall& call : m_queue.take()) {
        m_framesDue = kFramesAfterEvent;
        if (const auto error = m_table.run(m_state, call))
            notifyError(m_state, error->message);
    }
}

void FrameLoop::savePicture(const PictureRequest& request)
{
    scene::Scene scene = m_state.scene;
    if (scene.cut) // its frame is visible and can be dragged
        scene.cut->side = scene.cut->other = glm::vec3(0);
    auto picture = m_renderer.renderImage(scene, request.width, request.height);
    if (!picture)
        return report(picture.error());
    labelPicture(*picture, m_renderer, scene, m_state.view.labels);
    if (const auto error = image::writePng(*picture, request.file))
        return report(*error);
    notify(m_state, trf("Saved {}", request.file.string()));
    m_framesDue = kFramesAfterEvent;
}

void FrameLoop::saveTurntable()
{
    Requests& requests = m_state.requests;
    if (const auto wanted = std::exchange(requests.turntable, std::nullopt))
        m_turntable.start(m_state, *wanted);
    if (std::exchange(requests.stopTurntable, false) && m_turntable.busy()) {
        m_turntable.stop();
        notify(m_state, tr("The turntable was cancelled"));
    }
    if (m_turntable.busy()) {
        auto message = m_turntable.step(m_renderer);
        if (message)
            notify(m_state, std::move(*message));
        else
            report(message.error());
        m_framesDue = kFramesAfterEvent;
    }
    m_state.window.savingTurntable = m_turntable.busy();
}

/// During shader development: the picture follows the files, a refused shader is reported.
void FrameLoop::readShaders()
{
    if (m_renderer.reloadShaders())
        pictureChanged(m_state);
    for (const std::string& refused : m_renderer.takeMessages()) {
        core::logError("knotmap: " + refused);
        notifyError(m_state, refused);
        m_framesDue = kFramesAfterEvent;
    }
}

void FrameLoop::fulfilRequests(const WindowSize& size)
{
    Requests& requests = m_state.requests;
    if (const auto file = std::exchange(requests.screenshot, std::nullopt))
        if (const auto error = image::writePng(readWindow(size.width, size.height), *file))
            report(*error);
    if (const auto picture = std::exchange(requests.picture, std::nullopt))
        savePicture(*picture);
    saveTurntable();
    if (const auto wanted = std::exchange(requests.resize, std::nullopt))
        m_window.resize(*wanted);
    if (std::exchange(requests.toggleFullScreen, false))
        m_window.toggleFullScreen();
}

void FrameLoop::surveyLabels()
{
    constexpr int kSurveyHeight = 400;
    if (!m_picture.atRest() || m_surveyed == m_picture.drawings())
        return;
    m_surveyed = m_picture.drawings();
    m_state.window.visibleInstances =
        m_state.view.labels == Labels::Off
            ? std::vector<scene::VisibleInstance>()
            : m_renderer.survey(m_state.scene, m_state.window.aspect, kSurveyHeight);
}

void FrameLoop::drawKnotRing()
{
    if (m_state.window.hover.what != Selection::What::Point)
        return;
    const scene::Camera& camera = m_state.scene.camera;
    const glm::vec3 knot = m_state.scene.knots[m_state.window.hover.index].position;
    const glm::vec4 clip = camera.projection(m_state.window.aspect) * camera.view() *
                           m_state.scene.bodyPlacement * glm::vec4(knot, 1);
    const Area& view = m_layout.view;
    const ImVec2 centre{view.x + (clip.x / clip.w + 1) / 2 * view.width,
                        view.y + (1 - clip.y / clip.w) / 2 * view.height};
    ImGui::GetBackgroundDrawList()->AddCircle(
        centre, m_ui.theme().px(9), ImGui::GetColorU32(colour::kInk), 32, m_ui.theme().px(2));
}

void FrameLoop::drawInterface()
{
    const Area& view = m_layout.view;
    if (view.width >= 1 && view.height >= 1) {
        const ImVec2 end{view.x + view.width, view.y + view.height};
        // The picture's first row is the lowest, ImGui's the highest.
        const auto name = static_cast<std::intptr_t>(m_picture.picture().texture());
        ImGui::GetBackgroundDrawList()->AddImage(reinterpret_cast<ImTextureID>(name), view.corner(),
                                                 end, {0, 1}, {1, 0});
        m_inset.show(m_state, m_layout.inset, m_ui.theme());
        drawKnotRing();
    }
    drawPanels({m_state, m_queue, m_ui.theme(), m_shortcuts, m_layout});
    if (m_state.requests.focusSearch || !m_queue.empty())
        m_framesDue = std::max(m_framesDue, kFramesAfterEvent);
}

} // namespace knotmap::app
