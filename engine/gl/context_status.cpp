#include "engine/gl/context_status.h"

#include "engine/gl/gl.h"

namespace knotmap::gl {

bool contextLost()
{
    if (!isEmbedded() && epoxy_gl_version() >= 45)
        return glGetGraphicsResetStatus() != GL_NO_ERROR;
    if (epoxy_has_gl_extension("GL_ARB_robustness"))
        return glGetGraphicsResetStatusARB() != GL_NO_ERROR;
    if (epoxy_has_gl_extension("GL_KHR_robustness"))
        return glGetGraphicsResetStatusKHR() != GL_NO_ERROR;
    return false;
}

} // namespace knotmap::gl
