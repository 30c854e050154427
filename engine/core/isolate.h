#pragma once

#include <optional>

namespace knotmap::core {

/// Goes on in a child process, so that a crash there is a result and no end: returns nothing in the
/// child, which does the work and exits as usual, and the child's exit status in the parent. A
/// child that a signal ends is reported on stderr and counts as 1. Call it before any thread is
/// made; where no child can be made, nothing is returned and the work is done here.
std::optional<int> leaveToChild();

} // namespace knotmap::core
