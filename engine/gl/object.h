#pragma once

#include "engine/gl/gl.h"

#include <string>
#include <utility>

namespace knotmap::gl {

/// An OpenGL name that is deleted with its owner. Move-only; a moved-from or default object holds
/// nothing (name 0). `Kind` defines how the name is created, deleted and labelled.
template <typename Kind>
class Object
{
public:
    Object() = default;

    /// Creates a new object with a label for debuggers (shown where KHR_debug is present).
    explicit Object(const char* label)
    {
        m_id = Kind::make();
        if (hasDebug())
            Kind::label(m_id, label);
    }

    Object(Object&& other) noexcept : m_id(std::exchange(other.m_id, 0)) {}
    Object& operator=(Object&& other) noexcept
    {
        std::swap(m_id, other.m_id);
        return *this;
    }
    Object(const Object&) = delete;
    Object& operator=(const Object&) = delete;

    ~Object()
    {
        if (m_id != 0)
            Kind::remove(m_id);
    }

    GLuint id() const { return m_id; }
    explicit operator bool() const { return m_id != 0; }

private:
    GLuint m_id = 0;
};

/// Labels an object; it must have been bound once, since it only exists from then on.
inline void labelObject(GLenum kind, GLuint id, const char* label)
{
    // ES has the function only under its extension name.
    if (isEmbedded())
        glObjectLabelKHR(kind, id, -1, label);
    else
        glObjectLabel(kind, id, -1, label);
}

struct BufferKind
{
    static GLuint make()
    {
        GLuint id = 0;
        glGenBuffers(1, &id);
        glBindBuffer(GL_COPY_WRITE_BUFFER, id);
        return id;
    }
    static void remove(GLuint id) { glDeleteBuffers(1, &id); }
    static void label(GLuint id, const char* text) { labelObject(GL_BUFFER, id, text); }
};

struct VertexArrayKind
{
    static GLuint make()
    {
        GLuint id = 0;
        glGenVertexArrays(1, &id);
        glBindVertexArray(id);
        return id;
    }
    static void remove(GLuint id) { glDeleteVertexArrays(1, &id); }
    static void label(GLuint id, const char* text) { labelObject(GL_VERTEX_ARRAY, id, text); }
};

struct TextureKind
{
    static GLuint make()
    {
        GLuint id = 0;
        glGenTextures(1, &id);
        glBindTexture(GL_TEXTURE_2D, id);
        return id;
    }
    static void remove(GLuint id) { glDeleteTextures(1, &id); }
    static void label(GLuint id, const char* text) { labelObject(GL_TEXTURE, id, text); }
};

struct RenderbufferKind
{
    static GLuint make()
    {
        GLuint id = 0;
        glGenRenderbuffers(1, &id);
        glBindRenderbuffer(GL_RENDERBUFFER, id);
        return id;
    }
    static void remove(GLuint id) { glDeleteRenderbuffers(1, &id); }
    static void label(GLuint id, const char* text) { labelObject(GL_RENDERBUFFER, id, text); }
};

struct FramebufferKind
{
    static GLuint make()
    {
        GLuint id = 0;
        glGenFramebuffers(1, &id);
        glBindFramebuffer(GL_FRAMEBUFFER, id);
        return id;
    }
    static void remove(GLuint id) { glDeleteFramebuffers(1, &id); }
    static void label(GLuint id, const char* text) { labelObject(GL_FRAMEBUFFER, id, text); }
};

using Buffer = Object<BufferKind>;
using VertexArray = Object<VertexArrayKind>;
using Texture = Object<TextureKind>;
using Renderbuffer = Object<RenderbufferKind>;
using Framebuffer = Object<FramebufferKind>;

} // namespace knotmap::gl
