#pragma once

namespace knotmap::gl {

/// Whether the driver was reset and the current context's content lost: nothing drawn with it
/// appears any more, and it must be created anew. False where the driver cannot report this (it can
/// with OpenGL 4.5, ARB_robustness or KHR_robustness).
bool contextLost();

} // namespace knotmap::gl
