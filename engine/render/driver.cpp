#include "engine/render/driver.h"

#include "engine/gl/gl.h"
#include "engine/words/tr.h"

namespace knotmap::render {

core::Outcome checkDriver()
{
    if (gl::isEmbedded()) {
        if (epoxy_gl_version() < 30)
            return core::Error{
                tr("OpenGL ES 3.0 is needed, but the graphics driver is older. Update it.")};
        if (!epoxy_has_gl_extension("GL_EXT_color_buffer_float") &&
            !epoxy_has_gl_extension("GL_EXT_color_buffer_half_float"))
            return core::Error{tr("The graphics driver cannot draw into floating-point images "
                                  "(EXT_color_buffer_float). Update it.")};
    } else if (epoxy_gl_version() < 33) {
        return core::Error{
            tr("OpenGL 3.3 is needed, but the graphics driver is older. Update it.")};
    }
    return {};
}

} // namespace knotmap::render
