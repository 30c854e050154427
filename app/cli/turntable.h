#pragma once

#include "engine/core/result.h"
#include "engine/image/image.h"
#include "engine/scene/scene.h"

#include <filesystem>
#include <functional>

namespace knotmap::app {

/// Draws a scene that turns once about the vertical through the camera's target, in equal steps,
/// the first from where the camera is, each to its own file (turntableFile).
core::Outcome
writeTurntable(scene::Scene scene, int frames, const std::filesystem::path& file,
               const std::function<core::Result<image::Image>(const scene::Scene&)>& draw);

} // namespace knotmap::app
