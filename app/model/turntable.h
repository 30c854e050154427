#pragma once

#include <filesystem>

namespace knotmap::app {

inline constexpr int kMostTurntableFrames = 720;

/// The file of one picture of a turntable: "turn.png" becomes "turn-07.png"; numbers start at 1
/// and are as long as that of the last.
std::filesystem::path turntableFile(const std::filesystem::path& file, int frame, int frames);

} // namespace knotmap::app
