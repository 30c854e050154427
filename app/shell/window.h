#pragma once

#include "app/model/library.h"
#include "engine/core/fault.h"

#include <filesystem>
#include <memory>
#include <string>

namespace knotmap::app {

/// What the window opens with.
struct WindowOptions
{
    std::shared_ptr<const Library> library;
    core::Faults faults;            ///< found while loading; shown as a notice
    std::string point;              ///< id of the point to show first; empty: none
    std::filesystem::path settings; ///< folder of what is remembered
    std::filesystem::path replay;   ///< file of commands to run; empty: none
};

/// Opens the window and runs until it is closed. Returns the exit status: 0, or 1 after a message
/// on stderr (an unknown point, a replay that fails, no display, no OpenGL 3.3).
int runWindow(const WindowOptions& options);

} // namespace knotmap::app
