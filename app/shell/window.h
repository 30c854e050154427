#pragma once

#include "app/model/library.h"
#include "engine/core/fault.h"

#include <filesystem>
#include <memory>
#include <string>

namespace knotmap::app {

/// Initial state of the window.
struct WindowOptions
{
    std::shared_ptr<const Library> library;
    core::Faults faults;            ///< found while loading; shown as a notice
    std::string point;              ///< id of the initial trigger point; empty: none
    std::filesystem::path settings; ///< folder of the settings
    std::filesystem::path replay;   ///< file of commands to run; empty: none
};

/// Opens the window and runs until it is closed. Returns the exit status: 0, or 1 after a message
/// on stderr (an unknown point, a replay that fails, no display, no OpenGL 3.3).
int runWindow(const WindowOptions& options);

} // namespace knotmap::app
