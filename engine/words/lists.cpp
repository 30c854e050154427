#include "engine/words/lists.h"

#include "engine/words/tr.h"

namespace knotmap::words {
namespace {

/// All but the last, separated by commas.
std::string allButLast(const std::vector<std::string>& items)
{
    std::string text = items.front();
    for (std::size_t i = 1; i + 1 < items.size(); ++i)
        text = trf("{}, {}", text, items[i]);
    return text;
}

} // namespace

std::string listedWithAnd(const std::vector<std::string>& items)
{
    if (items.size() < 2)
        return items.empty() ? std::string() : items.front();
    return trf("{} and {}", allButLast(items), items.back());
}

std::string listedWithOr(const std::vector<std::string>& items)
{
    if (items.size() < 2)
        return items.empty() ? std::string() : items.front();
    return trf("{} or {}", allButLast(items), items.back());
}

} // namespace knotmap::words
