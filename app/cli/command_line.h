#pragma once

namespace knotmap::app {

/// Reads the arguments and runs what they ask for; with no subcommand, the window. Returns the
/// exit status: 0 done, 1 the input was wrong, 2 the usage was.
int runCommandLine(int argc, char** argv);

} // namespace knotmap::app
