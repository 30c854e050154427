#pragma once

#include "app/commands/command.h"
#include "engine/core/result.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace knotmap::app {

/// The size limit of a replay, in bytes.
inline constexpr std::size_t kLargestReplay = std::size_t{1} << 20U;

/// One command of a replay and its line, counted from 1.
struct ReplayLine
{
    int line = 0;
    CommandCall call;
};

/// A file of commands, one per line, to be run in order.
struct Replay
{
    std::string file; ///< for messages
    std::vector<ReplayLine> lines;
};

/// Reads commands: words separated by spaces, "..." around words that contain spaces, # begins a
/// comment. Every command must exist and have a valid number of arguments; the error names file and
/// line of the first that is wrong.
core::Result<Replay> parseReplay(std::string_view text, const std::string& file,
                                 const CommandTable& table);

/// The same from a file.
core::Result<Replay> loadReplay(const std::filesystem::path& file, const CommandTable& table);

} // namespace knotmap::app
