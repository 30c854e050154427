#pragma once

#include "app/cli/render_options.h"
#include "app/model/compose.h"

namespace knotmap::app {

/// Turns the words of the command line into what to show; the error names the word at fault.
core::Result<SceneRequest> whatToRender(const RenderOptions& options, const Library& library,
                                        const std::vector<PlacedPoint>& points);

/// The scene of the picture with its camera, for a picture of that shape; the error names the word
/// at fault.
core::Result<scene::Scene> sceneToRender(const RenderOptions& options, const Library& library,
                                         const std::vector<PlacedPoint>& points,
                                         const SceneRequest& request, float aspect);

} // namespace knotmap::app
