#pragma once

namespace knotmap::core {

/// Has the C library keep little of what is freed: large blocks go back to the system at once.
/// To be called before anything large is allocated.
void keepMemorySmall();

/// Gives back to the system what is free. Takes some hundredths of a second: for moments of rest.
void returnFreedMemory();

} // namespace knotmap::core
