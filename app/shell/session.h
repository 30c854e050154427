#pragma once

#include "app/commands/command.h"
#include "app/shell/replay_player.h"

#include <filesystem>

namespace knotmap::app {

/// What outlives the window if the graphics must be created anew.
struct Session
{
    AppState state;
    CommandQueue queue;
    ReplayPlayer replay;
    std::filesystem::path settings; ///< folder that stores the chosen body; empty: none
    WindowSize windowSize;          ///< of the last window, in its own coordinates
    bool replaying = false;         ///< if so, a fault ends the program
    bool framed = false;            ///< whether the first view was framed
    int status = 0;                 ///< the program's exit status so far
};

} // namespace knotmap::app
