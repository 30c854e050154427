#include "app/shell/window.h"

#include "app/commands/command.h"
#include "app/commands/replay.h"
#include "app/commands/scene_refresh.h"
#include "app/commands/shortcuts.h"
#include "app/shell/frame_loop.h"
#include "app/shell/platform_window.h"
#include "app/shell/session.h"
#include "engine/core/log.h"
#include "engine/render/renderer.h"
#include "engine/words/tr.h"

namespace knotmap::app {
namespace {

int fail(const core::Error& error)
{
    core::logError("knotmap: " + error.message);
    return 1;
}

/// Whether the initial trigger point exists; checked before a window opens.
core::Outcome checkPoint(const AppState& state, const std::string& name)
{
    const core::SidedId asked = core::parseSidedId(name);
    if (findPlacedPoint(state, asked.id, asked.side.value_or(core::Side::Right)))
        return std::nullopt;
    std::vector<std::string> known;
    for (const referral::Point& point : state.document.library->referral.points)
        known.push_back(point.id);
    return unknownName(mark("point"), asked.id, known);
}

/// Opens a window and runs it; a second one replaces it if the graphics were lost. One lost soon
/// after it was created is not replaced: the driver is broken.
int keepOpen(const CommandTable& commands, Session& session)
{
    constexpr double kSoonS = 5;
    constexpr int kMaxInARow = 3;
    for (int lostInARow = 0; lostInARow < kMaxInARow;) {
        auto window = PlatformWindow::open("Knotmap");
        if (!window)
            return fail(window.error());
        auto renderer = render::Renderer::create(render::optionsFromEnvironment());
        if (!renderer)
            return fail(renderer.error());
        if (lostInARow > 0)
            window->resize(session.windowSize);
        const double openedS = window->now();
        FrameLoop loop(*window, *renderer, commands, session);
        if (loop.run() == FrameLoop::End::Closed)
            return session.status;
        lostInARow = window->now() - openedS < kSoonS ? lostInARow + 1 : 1;
    }
    return fail(
        core::Error{tr("the graphics driver keeps resetting; update it, or render in software "
                       "with LIBGL_ALWAYS_SOFTWARE=1")});
}

} // namespace

int runWindow(const WindowOptions& options)
{
    const CommandTable commands;
    Replay replay;
    if (!options.replay.empty()) {
        auto loaded = loadReplay(options.replay, commands);
        if (!loaded)
            return fail(loaded.error());
        replay = std::move(*loaded);
    }
    Session session;
    session.state = makeState(options.library, options.faults);
    session.settings = options.settings;
    session.replaying = !replay.lines.empty();
    session.replay = ReplayPlayer(std::move(replay));
    if (session.replaying)
        (void)commands.run(
            session.state,
            {"motion", {"off"}}); // a replay shows the same whatever the machine's speed
    if (!options.point.empty()) {
        if (const auto error = checkPoint(session.state, options.point))
            return fail(*error);
        session.queue.push("select-point", {options.point});
    }
    return keepOpen(commands, session);
}

} // namespace knotmap::app
