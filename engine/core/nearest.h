#pragma once

#include "engine/core/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace knotmap::core {

/// The entries most like `text`, best first, at most `count`: by edit distance (Levenshtein
/// 1966), an entry that contains the text or a word of it counting as closer. Entries with hardly
/// anything in common are left out.
std::vector<std::string> nearest(std::string_view text, const std::vector<std::string>& entries,
                                 std::size_t count = 3);

/// " Did you mean a, b or c?", or nothing when no entry is near.
std::string didYouMean(std::string_view text, const std::vector<std::string>& entries);

/// "no WHAT is called 'ID'.", with the nearest known ids.
Error unknownName(std::string_view what, std::string_view id,
                  const std::vector<std::string>& known);

} // namespace knotmap::core
