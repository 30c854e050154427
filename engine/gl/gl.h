#pragma once

// The one place that names the OpenGL loader. Only engine/gl and engine/render include it.
#include <epoxy/gl.h>

namespace knotmap::gl {

/// Whether the current context speaks OpenGL ES.
inline bool isEmbedded()
{
    return !epoxy_is_desktop_gl();
}

/// Whether the current context can carry labels and debug messages.
inline bool hasDebug()
{
    return epoxy_has_gl_extension("GL_KHR_debug");
}

} // namespace knotmap::gl
