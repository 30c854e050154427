#pragma once

#include "engine/core/result.h"
#include "engine/image/image.h"
#include "engine/scene/scene.h"

#include <filesystem>
#include <functional>

namespace knotmap::app {

/// Draws one picture of a scene.
using DrawPicture = std::function<core::Result<image::Image>(const scene::Scene&)>;

/// Draws a scene that turns once about the vertical through the camera's target, in equal steps,
/// starting at the camera's position, each to its own file (turntableFile).
core::Outcome writeTurntable(scene::Scene scene, int frames, const std::filesystem::path& file,
                             const DrawPicture& draw);

} // namespace knotmap::app
