#pragma once

// The only file that includes the OpenGL loader. Only engine/gl and engine/render include it.
#include <epoxy/gl.h>

namespace knotmap::gl {

/// Whether the current context is OpenGL ES.
inline bool isEmbedded()
{
    return !epoxy_is_desktop_gl();
}

/// Whether the current context supports labels and debug messages.
inline bool hasDebug()
{
    return epoxy_has_gl_extension("GL_KHR_debug");
}

} // namespace knotmap::gl
