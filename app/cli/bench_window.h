#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace knotmap::app {

/// What a window uses once nothing happens any more.
struct WindowAtRest
{
    std::optional<double> framesPerSecond; ///< how often it is drawn
    std::optional<double> memoryMb;        ///< MiB of the process that are resident
    std::string whyNot;                    ///< one line, where a figure lacks
};

/// Opens the window with a point shown, on the display or (xvfb-run) one of its own, lets the
/// picture come to rest and counts for some seconds how often it is drawn. Takes some ten seconds.
/// `assets` as on the command line, empty for the usual ones.
WindowAtRest measureWindow(const std::filesystem::path& assets);

} // namespace knotmap::app
