#pragma once

#include <cstddef>
#include <functional>

namespace knotmap::core {

/// Calls `task(i)` for every i below `count`, on as many threads as the machine has cores. Tasks
/// must not touch each other's results; without threads they run in turn with the same outcome.
/// What a task throws is rethrown here, after all tasks have ended.
void parallelFor(std::size_t count, const std::function<void(std::size_t)>& task);

} // namespace knotmap::core
