#pragma once

#include "engine/core/result.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace CLI {
class App;
}

namespace knotmap::app {

/// The options of `knotmap render`, as text.
struct RenderOptions
{
    std::string point, muscle, region, view, layer, pose, cut, size, file;
    std::string labels = "off";
    std::vector<std::string> with, hidden, ghosts, alone;
    std::optional<float> pulse;
    int turntable = 1;
    bool position = false, overlay = false, captions = false, cautions = false;
    bool transparent = false, noTool = false, legend = false, sides = false;
};

/// The names that --view accepts.
std::vector<std::string> renderViews();

/// Declares the options of the subcommand; `options` must outlive it.
void declareOptions(CLI::App& command, RenderOptions& options);

/// Contradictory or incomplete options; checked before anything is drawn.
core::Outcome checkOptions(const RenderOptions& options);

/// Width and height of the picture in pixels; the error says how to write them.
core::Result<std::pair<int, int>> pictureSize(const RenderOptions& options);

} // namespace knotmap::app
