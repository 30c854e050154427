#pragma once

namespace knotmap::app {

/// Parses the arguments and runs the subcommand; without one, the window. Returns the exit status:
/// 0 success, 1 wrong input, 2 wrong usage.
int runCommandLine(int argc, char** argv);

} // namespace knotmap::app
