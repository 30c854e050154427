#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace knotmap::core {

/// Entries that were left out for faults of their own: a reference to one of them is not a fault.
struct LeftOut
{
    bool all = false; ///< their file could not be read, so its contents are unknown
    std::vector<std::string> ids;

    bool has(std::string_view id) const
    {
        return all || std::find(ids.begin(), ids.end(), id) != ids.end();
    }
};

} // namespace knotmap::core
