#pragma once

#include "engine/core/fault.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <toml++/toml.h>

/// Limits on the contents of a data file. The shipped files stay far below them; what exceeds them
/// was not written by a person and would cost the parser its stack, much memory or much time.
namespace knotmap::data {

/// Nested brackets.
inline constexpr std::size_t kDeepestNesting = 16;
/// Names of a key or a table header, joined by dots.
inline constexpr std::size_t kMaxKeyParts = 8;
/// Keys and list entries of a file.
inline constexpr std::size_t kMaxValues = 20'000;
/// Entries of one list, and keys of one table.
inline constexpr std::size_t kMaxEntries = 1000;

/// Scans the text before it is parsed, in one pass and without recursion: nesting, dots and values
/// must stay within the limits. Text that is not TOML may pass; the parser stops at the same point
/// as this scan.
std::optional<core::Fault> scanText(std::string_view text, const std::string& file);

/// Checks lists and tables against `kMostEntries`; adds a fault for each longer one.
void checkLengths(const toml::table& root, const std::string& file, core::Faults& faults);

} // namespace knotmap::data
