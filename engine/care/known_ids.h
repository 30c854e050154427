#pragma once

#include "engine/core/by_id.h"
#include "engine/core/left_out.h"
#include "engine/core/nearest.h"
#include "engine/data/table.h"
#include "engine/words/tr.h"

#include <algorithm>
#include <fmt/format.h>
#include <string>
#include <string_view>
#include <vector>

namespace knotmap::care {

inline bool contains(const std::vector<std::string>& ids, const std::string& id)
{
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

/// Adds a fault for an empty list, and for each id that is not among the `known`; one that was left
/// out only makes the table unsound.
template <typename Known>
void checkIds(const data::Table& table, std::string_view key, std::string_view what,
              const std::vector<std::string>& named, const Known& known,
              const core::LeftOut& leftOut = {})
{
    if (named.empty() && table.valid())
        table.fault(key, trf("'{}' must name at least one {}", key, what));
    for (const std::string& id : named) {
        if (id.empty() || core::findById(known, id) != nullptr)
            continue;
        if (leftOut.has(id))
            table.invalidate();
        else
            table.fault(key, trf("no {} is called '{}'.{}", what, id,
                                 core::didYouMean(id, core::idsOf(known))));
    }
}

/// Like checkIds, for a list whose entries may have been left out for faults of their own: those
/// are removed from `named` without another fault. Returns whether there were any.
template <typename Known>
bool checkKnown(const data::Table& table, std::string_view key, std::string_view what,
                std::vector<std::string>& named, const Known& known,
                const std::vector<std::string>& leftOut)
{
    const std::size_t before = named.size();
    named.erase(std::remove_if(named.begin(), named.end(),
                               [&](const std::string& id) { return contains(leftOut, id); }),
                named.end());
    if (before == 0 || !named.empty())
        checkIds(table, key, what, named, known);
    return named.size() < before;
}

} // namespace knotmap::care
