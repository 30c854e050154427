#pragma once

#include "app/commands/command.h"
#include "app/shell/replay_player.h"

#include <filesystem>

namespace knotmap::app {

/// What outlives the window when its graphics have to be made anew.
struct Session
{
    AppState state;
    CommandQueue queue;
    ReplayPlayer replay;
    std::filesystem::path settings; ///< folder that keeps the chosen body; empty: none
    WindowSize windowSize;          ///< of the last window, in its own coordinates
    bool replaying = false;         ///< a fault then ends the program
    bool framed = false;            ///< whether the first view was framed
    int status = 0;                 ///< the program's exit status so far
};

} // namespace knotmap::app
