#include "engine/gl/debug.h"

#include "engine/gl/gl.h"
#include "engine/words/tr.h"

#include <utility>

namespace knotmap::gl {
namespace {

const char* errorName(GLenum error)
{
    switch (error) {
    case GL_INVALID_ENUM:
        return tr("invalid enum");
    case GL_INVALID_VALUE:
        return tr("invalid value");
    case GL_INVALID_OPERATION:
        return tr("invalid operation");
    case GL_INVALID_FRAMEBUFFER_OPERATION:
        return tr("invalid framebuffer operation");
    case GL_OUT_OF_MEMORY:
        return tr("out of memory");
    default:
        return tr("unknown error");
    }
}

void GLAPIENTRY collect(GLenum, GLenum type, GLuint, GLenum, GLsizei length, const GLchar* text,
                        const void* user)
{
    if (type != GL_DEBUG_TYPE_ERROR && type != GL_DEBUG_TYPE_UNDEFINED_BEHAVIOR)
        return;
    auto* messages = static_cast<std::vector<std::string>*>(const_cast<void*>(user));
    messages->emplace_back(text, static_cast<std::size_t>(length < 0 ? 0 : length));
}

void setCallback(GLDEBUGPROC callback, void* user)
{
    if (isEmbedded())
        glDebugMessageCallbackKHR(callback, user);
    else
        glDebugMessageCallback(callback, user);
}

} // namespace

ErrorLog::ErrorLog() : m_callback(hasDebug())
{
    if (!m_callback)
        return;
    glEnable(GL_DEBUG_OUTPUT);
    glEnable(GL_DEBUG_OUTPUT_SYNCHRONOUS);
    setCallback(collect, &m_messages);
}

ErrorLog::~ErrorLog()
{
    if (m_callback)
        setCallback(nullptr, nullptr);
}

std::vector<std::string> ErrorLog::take()
{
    while (auto error = checkErrors("OpenGL"))
        if (!m_callback)
            m_messages.push_back(error->message);
    return std::exchange(m_messages, {});
}

core::Outcome checkErrors(const char* where)
{
    const GLenum error = glGetError();
    if (error == GL_NO_ERROR)
        return {};
    // A lost context returns errors forever: take a bounded number.
    for (int i = 0; i < 16 && glGetError() != GL_NO_ERROR; ++i) {
    }
    return core::Error{std::string(where) + ": " + errorName(error)};
}

} // namespace knotmap::gl
