#pragma once

#include "engine/core/result.h"

#include <memory>
#include <string>

namespace knotmap::gl {

/// The API of an offscreen context.
enum class Api
{
    Desktop, ///< OpenGL 3.3 core
    Embedded ///< OpenGL ES 3.0
};

/// An OpenGL context without window or display, through EGL. Current on the thread that created it
/// until it is destroyed; GL objects must be destroyed before it.
class OffscreenContext
{
public:
    /// Creates a context and makes it current. Tries EGL's surfaceless platform, then each EGL
    /// device, then the default display. The error says what is missing and how to fix it.
    static core::Result<OffscreenContext> create(Api api = Api::Desktop, bool debug = false);

    OffscreenContext(OffscreenContext&&) noexcept;
    OffscreenContext& operator=(OffscreenContext&&) noexcept;
    ~OffscreenContext();

    /// Makes it current again after another context was; false if the context was lost.
    bool makeCurrent();

    /// GL_RENDERER and GL_VERSION, for bench and messages.
    std::string description() const;

private:
    struct Handles;
    explicit OffscreenContext(std::unique_ptr<Handles> handles);
    std::unique_ptr<Handles> m_handles;
};

} // namespace knotmap::gl
