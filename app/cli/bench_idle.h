#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace knotmap::app {

/// What a window does once nothing happens any more.
struct IdleResult
{
    std::optional<double> framesPerSecond;
    std::string whyNot; ///< one line, where there is no figure
};

/// Opens the window with a point shown, on the display or (xvfb-run) one of its own, lets the
/// picture come to rest and counts for some seconds how often it is drawn. Takes some ten seconds.
/// `assets` as on the command line, empty for the usual ones.
IdleResult measureIdle(const std::filesystem::path& assets);

} // namespace knotmap::app
