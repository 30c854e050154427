#pragma once

#include "app/cli/subcommands.h"

namespace knotmap::app {

/// Adds the options that every subcommand and the window take, and how the help lists subcommands.
void declareGlobals(CLI::App& app, Invocation& invocation);

} // namespace knotmap::app
