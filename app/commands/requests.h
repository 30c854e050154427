#pragma once

#include <filesystem>
#include <optional>

namespace knotmap::app {

struct WindowSize
{
    int width = 0, height = 0;
};

/// A picture to be written to a file.
struct PictureRequest
{
    std::filesystem::path file;
    int width = 0, height = 0;
};

/// Pictures of one turn about the body, each to a numbered file.
struct TurntableRequest
{
    PictureRequest picture;
    int frames = 0;
};

/// What commands ask of the window; the shell fulfils and clears it, once a frame.
struct Requests
{
    bool quit = false;
    bool toggleFullScreen = false;
    bool focusSearch = false;
    std::optional<WindowSize> resize;
    std::optional<std::filesystem::path> screenshot; ///< the whole window
    std::optional<PictureRequest> picture;           ///< the body alone
    std::optional<TurntableRequest> turntable;
    bool stopTurntable = false;
    bool restartGraphics = false; ///< make the window and all that is drawn with anew
    std::optional<int> waitMs;    ///< before the next line of a replay
};

/// What is printed on stdout, for scripts that drive the window.
struct Trace
{
    bool commands = false; ///< each command
    bool frames = false;   ///< each "frame", "wake" and endless "rest"
};

} // namespace knotmap::app
