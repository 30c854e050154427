#pragma once

namespace knotmap::gl {

/// Whether the driver was reset and took the current context's content with it: nothing drawn with
/// it is seen any more, and it must be made anew. False where the driver cannot tell (it can with
/// OpenGL 4.5, ARB_robustness or KHR_robustness).
bool contextLost();

} // namespace knotmap::gl
