#pragma once

#include <string>
#include <vector>

namespace knotmap::words {

/// "a, b and c" in the language in use.
std::string listedWithAnd(const std::vector<std::string>& items);
/// "a, b or c".
std::string listedWithOr(const std::vector<std::string>& items);

} // namespace knotmap::words
