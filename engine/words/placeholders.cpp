#include "engine/words/placeholders.h"

#include <algorithm>

namespace knotmap::words {
namespace {

/// A doubled brace stands for itself.
bool isDoubled(std::string_view text, std::size_t at)
{
    return at + 1 < text.size() && text[at + 1] == text[at];
}

} // namespace

std::optional<std::vector<std::string>> placeholders(std::string_view text)
{
    std::vector<std::string> found;
    bool numbered = false, unnumbered = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '{' && text[at] != '}')
            continue;
        if (isDoubled(text, at)) {
            ++at;
            continue;
        }
        const std::size_t end = text.find_first_of("{}", at + 1);
        if (text[at] == '}' || end == std::string_view::npos || text[end] == '{')
            return std::nullopt;
        std::string inner(text.substr(at + 1, end - at - 1));
        if (inner.empty() || inner.front() == ':') {
            inner.insert(0, std::to_string(found.size()));
            unnumbered = true;
        } else {
            numbered = true;
        }
        found.push_back(std::move(inner));
        at = end;
    }
    if (numbered && unnumbered)
        return std::nullopt;
    std::sort(found.begin(), found.end());
    return found;
}

bool placeholdersAgree(std::string_view text, std::string_view translation)
{
    const auto wanted = placeholders(text);
    return !wanted || placeholders(translation) == wanted;
}

} // namespace knotmap::words
