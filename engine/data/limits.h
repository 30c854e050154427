#pragma once

#include "engine/core/fault.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <toml++/toml.h>

/// What a data file may hold. The shipped files stay far below; what goes beyond was not written by
/// a person, and would take the parser's stack, much memory or much time.
namespace knotmap::data {

/// Brackets within brackets.
inline constexpr std::size_t kDeepestNesting = 16;
/// Names of a key or a table header, joined by dots.
inline constexpr std::size_t kMaxKeyParts = 8;
/// Keys and list entries of a file.
inline constexpr std::size_t kMaxValues = 20'000;
/// Entries of one list, and keys of one table.
inline constexpr std::size_t kMaxEntries = 1000;

/// Looks through the text before it is parsed, in one pass and without a stack: nothing may nest
/// deeper, or have more dots or values, than the limits. A text that is no TOML may pass; the
/// parser stops at the same place as this.
std::optional<core::Fault> scanText(std::string_view text, const std::string& file);

/// Holds lists and tables against `kMostEntries`; adds a fault for each that is longer.
void checkLengths(const toml::table& root, const std::string& file, core::Faults& faults);

} // namespace knotmap::data
