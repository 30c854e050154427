#include "app/commands/command.h"
#include "app/model/turntable.h"
#include "engine/core/output_file.h"
#include "engine/words/tr.h"

#include <cstdio>

namespace knotmap::app {
namespace {

constexpr int kPictureWidth = 1920, kPictureHeight = 1440;
constexpr int kFilmWidth = 1280, kFilmHeight = 720;
constexpr float kLongestWaitMs = 60000;

core::Outcome quit(AppState& state, const Arguments&)
{
    state.requests.quit = true;
    return std::nullopt;
}

core::Outcome fullScreen(AppState& state, const Arguments&)
{
    state.requests.toggleFullScreen = true;
    return std::nullopt;
}

core::Outcome resize(AppState& state, const Arguments& arguments)
{
    const auto size = parseSize(arguments[0]);
    if (!size)
        return size.error();
    state.requests.resize = *size;
    return std::nullopt;
}

core::Outcome screenshot(AppState& state, const Arguments& arguments)
{
    if (auto error = core::checkOutput(arguments[0], {".png"}))
        return error;
    state.requests.screenshot = arguments[0];
    return std::nullopt;
}

core::Outcome savePicture(AppState& state, const Arguments& arguments)
{
    if (arguments[0].empty())
        return core::Error{tr("the picture needs a file name, such as knotmap.png")};
    WindowSize size{kPictureWidth, kPictureHeight};
    if (arguments.size() > 1) {
        const auto asked = parseSize(arguments[1]);
        if (!asked)
            return asked.error();
        size = *asked;
    }
    if (auto error = core::checkOutput(arguments[0], {".png"}))
        return error;
    state.requests.picture = PictureRequest{arguments[0], size.width, size.height};
    return std::nullopt;
}

core::Outcome saveTurntable(AppState& state, const Arguments& arguments)
{
    if (arguments[0].empty())
        return core::Error{tr("the pictures need a file name, such as turn.png")};
    const auto frames = parseNumber(arguments[1], tr("number of pictures"), 2, kMaxTurntableFrames);
    if (!frames)
        return frames.error();
    WindowSize size{kFilmWidth, kFilmHeight};
    if (arguments.size() > 2) {
        const auto asked = parseSize(arguments[2]);
        if (!asked)
            return asked.error();
        size = *asked;
    }
    if (auto error = checkTurntable(arguments[0], static_cast<int>(*frames)))
        return error;
    state.requests.turntable =
        TurntableRequest{{arguments[0], size.width, size.height}, static_cast<int>(*frames)};
    return std::nullopt;
}

core::Outcome restartGraphics(AppState& state, const Arguments&)
{
    state.requests.restartGraphics = true;
    return std::nullopt;
}

core::Outcome wait(AppState& state, const Arguments& arguments)
{
    const auto milliseconds = parseNumber(arguments[0], tr("time in ms"), 0, kLongestWaitMs);
    if (!milliseconds)
        return milliseconds.error();
    state.requests.waitMs = static_cast<int>(*milliseconds);
    return std::nullopt;
}

core::Outcome say(AppState&, const Arguments& arguments)
{
    std::printf("%s\n", arguments[0].c_str());
    std::fflush(stdout);
    return std::nullopt;
}

core::Outcome trace(AppState& state, const Arguments& arguments)
{
    return setSwitch(state.trace.commands, arguments[0]);
}

core::Outcome traceFrames(AppState& state, const Arguments& arguments)
{
    return setSwitch(state.trace.frames, arguments[0]);
}

} // namespace

std::vector<Command> windowCommands()
{
    return {
        {"quit", "", tr("Quit Knotmap"), 0, 0, quit},
        {"full-screen", "", tr("Switch to full screen, or back to a window"), 0, 0, fullScreen},
        {"resize", "WIDTHxHEIGHT", tr("Set the size of the window"), 1, 1, resize},
        {"screenshot", "FILE.png", tr("Save the window as it is shown"), 1, 1, screenshot},
        {"save-picture", "FILE.png [WIDTHxHEIGHT]", tr("Save a picture of the body alone"), 1, 2,
         savePicture},
        {"save-turntable", "FILE.png FRAMES [WIDTHxHEIGHT]",
         tr("Save one turn about the body as numbered pictures"), 2, 3, saveTurntable},
        {"restart-graphics", "", tr("Create the window's graphics anew, as after a driver reset"),
         0, 0, restartGraphics},
        {"wait", "MILLISECONDS", tr("Wait before the next line of a replay"), 1, 1, wait},
        {"say", "TEXT", tr("Print a text"), 1, 1, say},
        {"trace", "on|off|toggle", tr("Print every command that is run"), 1, 1, trace},
        {"trace-frames", "on|off|toggle",
         tr("Print a line for every frame, wake-up and rest of the window"), 1, 1, traceFrames},
    };
}

} // namespace knotmap::app
