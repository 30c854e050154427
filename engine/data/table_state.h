#pragma once

#include "engine/core/fault.h"

#include <functional>
#include <memory>
#include <set>
#include <toml++/toml.h>

namespace knotmap::data {

/// What a table and its copies share. Private to this module, the only one that includes toml++.
struct TableState
{
    std::shared_ptr<toml::table> root; ///< keeps `table` alive
    const toml::table* table = nullptr;
    std::string file;
    core::Faults* faults = nullptr;
    bool valid = true;
    std::set<std::string, std::less<>> asked;
};

/// The message that `node`, the value of `key`, is not of the expected type `what`.
std::string expected(std::string_view key, std::string_view what, const toml::node& node);

} // namespace knotmap::data
