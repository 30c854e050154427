#pragma once

#include "app/commands/command.h"

#include <string>
#include <string_view>
#include <vector>

namespace knotmap::app {

/// A key and what it runs. Keys are written "Ctrl+Shift+Z", modifiers in that order.
struct Shortcut
{
    std::string keys;
    CommandCall call;
    std::string label; ///< description, for the list of shortcuts
};

/// Every shortcut, in the order in which they are listed.
std::vector<Shortcut> allShortcuts();

/// Keys as they are called in the language in use.
std::string shownKeys(std::string_view keys);

/// The shortcut of a call, for menus; empty without one.
std::string keysOf(const std::vector<Shortcut>& shortcuts, const CommandCall& call);

/// The call that these keys run; null without one.
const CommandCall* callOf(const std::vector<Shortcut>& shortcuts, std::string_view keys);

} // namespace knotmap::app
