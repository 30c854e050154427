#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace knotmap::core {

/// The entry with that id, or null. A linear search: the lists are short.
template <typename Entry>
const Entry* findById(const std::vector<Entry>& entries, std::string_view id)
{
    const auto found = std::find_if(entries.begin(), entries.end(),
                                    [&](const Entry& entry) { return entry.id == id; });
    return found == entries.end() ? nullptr : &*found;
}

/// The ids of a list of entries.
template <typename Entries>
std::vector<std::string> idsOf(const Entries& entries)
{
    std::vector<std::string> ids;
    for (const auto& entry : entries)
        ids.push_back(entry.id);
    return ids;
}

} // namespace knotmap::core
