#pragma once

#include "app/cli/render_options.h"
#include "app/model/compose.h"

namespace knotmap::app {

/// Converts the words of the command line to the contents of a picture; the error names the word at
/// fault.
core::Result<SceneRequest> whatToRender(const RenderOptions& options, const Library& library,
                                        const std::vector<PlacedPoint>& points);

/// The scene of the picture with its camera, for a picture of that aspect ratio; the error names
/// the word at fault.
core::Result<scene::Scene> sceneToRender(const RenderOptions& options, const Library& library,
                                         const std::vector<PlacedPoint>& points,
                                         const SceneRequest& request, float aspect);

} // namespace knotmap::app
