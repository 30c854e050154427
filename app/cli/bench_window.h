#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace knotmap::app {

/// What an idle window uses.
struct WindowAtRest
{
    std::optional<double> framesPerSecond; ///< how often it is drawn
    std::optional<double> memoryMb;        ///< resident MiB of the process
    std::string whyNot;                    ///< one line, if a figure is missing
};

/// Opens the window with a trigger point shown, on the display or (xvfb-run) one of its own, waits
/// until the picture is idle and counts for some seconds how often it is drawn. Takes about ten
/// seconds. `assets` as on the command line, empty for the default.
WindowAtRest measureWindow(const std::filesystem::path& assets);

} // namespace knotmap::app
