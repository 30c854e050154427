#pragma once

namespace knotmap::core {

/// Makes the C library keep little of what is freed: large blocks return to the system at once.
/// Call before anything large is allocated.
void keepMemorySmall();

/// Returns free memory to the system. Takes some hundredths of a second: call it when idle.
void returnFreedMemory();

} // namespace knotmap::core
