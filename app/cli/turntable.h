#pragma once

#include "engine/core/result.h"
#include "engine/image/image.h"
#include "engine/scene/scene.h"

#include <filesystem>
#include <functional>

namespace knotmap::app {

inline constexpr int kMostTurntableFrames = 720;

/// The file of one frame: "turn.png" becomes "turn-07.png"; numbers start at 1 and are as long as
/// that of the last frame.
std::filesystem::path turntableFile(const std::filesystem::path& file, int frame, int frames);

/// Draws a scene that turns once about the vertical through the camera's target, in equal steps,
/// the first from where the camera is, each to its own file.
core::Outcome
writeTurntable(scene::Scene scene, int frames, const std::filesystem::path& file,
               const std::function<core::Result<image::Image>(const scene::Scene&)>& draw);

} // namespace knotmap::app
