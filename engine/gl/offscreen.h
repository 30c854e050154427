#pragma once

#include "engine/core/result.h"

#include <memory>
#include <string>

namespace knotmap::gl {

/// Which dialect an offscreen context speaks.
enum class Api
{
    Desktop, ///< OpenGL 3.3 core
    Embedded ///< OpenGL ES 3.0
};

/// An OpenGL context with no window and no display, through EGL. Current on the thread that made
/// it until it is destroyed; GL objects must be gone before it is.
class OffscreenContext
{
public:
    /// Makes a context and makes it current. Tries EGL's surfaceless platform, then each EGL
    /// device, then the default display. The error says what is missing and how to mend it.
    static core::Result<OffscreenContext> create(Api api = Api::Desktop, bool debug = false);

    OffscreenContext(OffscreenContext&&) noexcept;
    OffscreenContext& operator=(OffscreenContext&&) noexcept;
    ~OffscreenContext();

    /// Makes it current again after another context was; false when the context was lost.
    bool makeCurrent();

    /// GL_RENDERER and GL_VERSION, for bench and messages.
    std::string description() const;

private:
    struct Handles;
    explicit OffscreenContext(std::unique_ptr<Handles> handles);
    std::unique_ptr<Handles> m_handles;
};

} // namespace knotmap::gl
