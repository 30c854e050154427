#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace knotmap::words {

/// What stands between the braces of a text for fmt::format, sorted, an empty number filled in:
/// "{} of {:.1f}" has "0" and "1:.1f". Nothing where the text is not one: a brace alone, numbers
/// given for some and left out for others, braces within braces.
std::optional<std::vector<std::string>> placeholders(std::string_view text);

/// Whether a translation may take the place of a text: its placeholders are the same, in any order.
/// A text that is none for fmt::format may be translated as one likes.
bool placeholdersAgree(std::string_view text, std::string_view translation);

} // namespace knotmap::words
