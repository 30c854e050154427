#pragma once

#include <optional>

namespace knotmap::core {

/// Continues in a child process, so that a crash there becomes a result instead of ending the
/// program: returns nothing in the child, which does the work and exits as usual, and the child's
/// exit status in the parent. A child killed by a signal is reported on stderr and counts as 1.
/// Call it before any thread is started; if no child can be created, nothing is returned and the
/// work is done in this process.
std::optional<int> leaveToChild();

} // namespace knotmap::core
