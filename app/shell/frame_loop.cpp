#include "app/shell/frame_loop.h"

#include "app/commands/animation.h"
#include "app/commands/body_build.h"
#include "app/commands/pulse.h"
#include "app/model/bounds.h"
#include "app/model/compose.h"
#include "app/model/settings.h"
#include "app/print/labelled_picture.h"
#include "engine/image/image.h"
#include "engine/words/tr.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fmt/format.h>
#include <glm/vec4.hpp>
#include <imgui.h>

namespace knotmap::app {
namespace {

/// ImGui lays out and highlights over several frames after an event.
constexpr int kFramesAfterEvent = 3;
constexpr double kForever = -1;
constexpr double kHiddenPollS = 0.05;
/// A step of a smooth move, when the display does not set the pace.
constexpr double kMoveStepS = 0.008;
/// How often is asked whether a body is built.
constexpr double kBodyPollS = 0.02;
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
    if (m_state.move || m_state.peeling || m_state.posing || m_state.pulse)
        return kMoveStepS;
    if (m_state.bodyWork)
        return kBodyPollS;
    if (!m_picture.settled() && !m_input.busy())
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
            tellFrames("rest");
        m_window.waitForEvents(wait);
        if (wait != 0)
            tellFrames("wake");
        // Woken before its time: something happened.
        const bool event = wait < 0 || m_window.now() - before < wait - 0.001;
        if (wait != 0)
            m_framesDue = event ? kFramesAfterEvent : 1;
        frame();
        if (std::exchange(m_state.requests.restartGraphics, false) || graphicsLost())
            return End::GraphicsLost;
    }
    return End::Closed;
}

void FrameLoop::tellFrames(const char* what) const
{
    if (!m_state.traceFrames)
        return;
    std::puts(what);
    std::fflush(stdout);
}

void FrameLoop::frame()
{
    const WindowSize size = m_window.framebufferSize();
    if (size.width <= 0 || size.height <= 0) {
        // Minimised: nothing to draw on, but a replay goes on.
        m_framesDue = kFramesAfterEvent;
        m_window.waitForEvents(m_replay.done() && !m_state.bodyWork ? kForever : kHiddenPollS);
        takeBody();
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
    readShaders();
    playReplay();
    runCommands();
    stepCamera(m_state, m_window.now());
    stepPeeling(m_state, m_window.now());
    stepPosing(m_state, m_window.now());
    stepPulse(m_state, m_window.now());
    m_picture.update(m_state, m_window, m_input.busy());
    surveyLabels();
    m_layout.inset = m_inset.update(m_state, m_layout.view, m_ui.theme(), m_picture.settled());
    drawInterface();
    clearWindow(size.width, size.height, colour::kPaper.x, colour::kPaper.y, colour::kPaper.z);
    m_ui.endFrame();
    m_replay.frameDrawn();
    fulfilRequests(size);
    m_window.swap();
    tellFrames("frame");
}

void FrameLoop::layOut()
{
    const ImVec2 window = ImGui::GetIO().DisplaySize;
    m_session.windowSize = {static_cast<int>(window.x), static_cast<int>(window.y)};
    m_layout = divideWindow(m_state, m_ui.theme(), window.x, window.y);
    const Area& view = m_layout.view;
    m_state.pixelRatio = m_window.pixelRatio();
    m_state.viewSize = {static_cast<int>(view.width * m_state.pixelRatio),
                        static_cast<int>(view.height * m_state.pixelRatio)};
    m_state.viewOrigin = {view.x, view.y};
    m_state.aspect = view.width / std::max(1.0F, view.height);
    if (m_session.framed)
        return;
    // The first view can be framed only now that the shape of the picture is known.
    m_session.framed = true;
    if (const auto camera =
            scene::namedView("three-quarter", bodyBounds(*m_state.library), m_state.aspect))
        m_state.scene.camera = *camera;
}

void FrameLoop::handleInput()
{
    const ImGuiIO& io = ImGui::GetIO();
    // An open menu takes the keys: Esc closes it and nothing else.
    if (ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup))
        m_window.takeKeys();
    const Typing field = m_state.tab == Tab::Knots ? Typing::Search : Typing::Field;
    pressKeys(m_window.takeKeys(), m_shortcuts, io.WantTextInput ? field : Typing::Nothing,
              m_queue);
    m_input.update(m_state, m_queue, m_layout.view, m_ui.theme().scale, m_window.takeMouse());
    if (m_state.dialog != Dialog::None) {
        m_state.hover = {};
        m_state.hoverRegion.reset();
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
    if (const auto error = writeSettings(m_session.settings, {m_state.library->build}))
        m_state.message = Message{error->message, true};
}

void FrameLoop::report(const core::Error& error)
{
    m_state.message = Message{error.message, true};
    m_framesDue = kFramesAfterEvent;
    if (!m_session.replaying)
        return;
    std::fprintf(stderr, "knotmap: %s\n", error.message.c_str());
    m_session.status = 1;
    m_state.requests.quit = true;
}

void FrameLoop::playReplay()
{
    const double now = m_window.now();
    if (m_replay.ready(m_state, m_picture.settled(), now))
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
            m_state.message = Message{error->message, true};
    }
}

void FrameLoop::savePicture(const PictureRequest& request)
{
    scene::Scene scene = m_state.scene;
    if (scene.cut) // its frame is there to be dragged
        scene.cut->side = scene.cut->other = glm::vec3(0);
    auto picture = m_renderer.renderImage(scene, request.width, request.height);
    if (!picture)
        return report(picture.error());
    labelPicture(*picture, m_renderer, scene, m_state.labels);
    if (const auto error = image::writePng(*picture, request.file))
        return report(*error);
    m_state.message = Message{trf("Saved {}", request.file.string()), false};
    m_framesDue = kFramesAfterEvent;
}

void FrameLoop::saveTurntable()
{
    Requests& requests = m_state.requests;
    if (const auto wanted = std::exchange(requests.turntable, std::nullopt))
        m_turntable.start(m_state, *wanted);
    if (std::exchange(requests.stopTurntable, false) && m_turntable.busy()) {
        m_turntable.stop();
        m_state.message = Message{tr("The turntable was cancelled"), false};
    }
    if (m_turntable.busy()) {
        auto message = m_turntable.step(m_renderer);
        if (message)
            m_state.message = std::move(*message);
        else
            report(message.error());
        m_framesDue = kFramesAfterEvent;
    }
    m_state.savingTurntable = m_turntable.busy();
}

/// While shaders are worked on: the picture follows their files, a refused one is reported.
void FrameLoop::readShaders()
{
    if (m_renderer.reloadShaders())
        ++m_state.pictureRevision;
    for (const std::string& refused : m_renderer.takeMessages()) {
        std::fprintf(stderr, "knotmap: %s\n", refused.c_str());
        m_state.message = Message{refused, true};
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
    if (!m_picture.settled() || m_surveyed == m_picture.drawings())
        return;
    m_surveyed = m_picture.drawings();
    m_state.visibleInstances =
        m_state.labels == Labels::Off
            ? std::vector<scene::VisibleInstance>()
            : m_renderer.survey(m_state.scene, m_state.aspect, kSurveyHeight);
}

void FrameLoop::drawKnotRing()
{
    if (m_state.hover.what != Selection::What::Point)
        return;
    const scene::Camera& camera = m_state.scene.camera;
    const glm::vec3 knot = m_state.scene.knots[m_state.hover.index].position;
    const glm::vec4 clip = camera.projection(m_state.aspect) * camera.view() *
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
        // The picture's first row is its lowest, ImGui's the highest.
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
