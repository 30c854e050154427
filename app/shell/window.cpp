#include "app/shell/window.h"

#include "app/commands/command.h"
#include "app/commands/replay.h"
#include "app/commands/shortcuts.h"
#include "app/shell/frame_loop.h"
#include "app/shell/platform_window.h"
#include "engine/render/renderer.h"

#include <cstdio>

namespace knotmap::app {
namespace {

int fail(const core::Error& error)
{
    std::fprintf(stderr, "knotmap: %s\n", error.message.c_str());
    return 1;
}

/// Whether the point to show first exists; checked before a window opens.
core::Outcome checkPoint(const AppState& state, const std::string& name)
{
    const core::SidedId asked = core::parseSidedId(name);
    if (findPlacedPoint(state, asked.id, asked.side.value_or(core::Side::Right)))
        return std::nullopt;
    std::vector<std::string> known;
    for (const referral::Point& point : state.library->referral.points)
        known.push_back(point.id);
    return unknownName("point", asked.id, known);
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
    AppState state = makeState(options.library, options.faults);
    if (!options.point.empty())
        if (const auto error = checkPoint(state, options.point))
            return fail(*error);

    auto window = PlatformWindow::open("Knotmap");
    if (!window)
        return fail(window.error());
    auto renderer = render::Renderer::create(render::optionsFromEnvironment());
    if (!renderer)
        return fail(renderer.error());
    FrameLoop loop(*window, *renderer, commands, std::move(state), std::move(replay),
                   options.settings);
    if (!options.point.empty())
        loop.command({"select-point", {options.point}});
    return loop.run();
}

} // namespace knotmap::app
