#pragma once

#include "engine/core/result.h"

#include <filesystem>

namespace knotmap::app {

inline constexpr int kMaxTurntableFrames = 720;

/// The file of one picture of a turntable: "turn.png" becomes "turn-07.png"; numbers start at 1
/// and have as many digits as the last one.
std::filesystem::path turntableFile(const std::filesystem::path& file, int frame, int frames);

/// Whether all pictures of a turntable can be written, as far as is known beforehand.
core::Outcome checkTurntable(const std::filesystem::path& file, int frames);

} // namespace knotmap::app
