#include "engine/render/canvas.h"

#include "engine/gl/object.h"

namespace knotmap::render {

struct Canvas::Planes
{
    gl::Framebuffer framebuffer{"canvas"};
    gl::Renderbuffer colour{"canvas colour"};
};

Canvas::Canvas(int width, int height)
    : m_planes(std::make_unique<Planes>()), m_width(width), m_height(height)
{
    glBindRenderbuffer(GL_RENDERBUFFER, m_planes->colour.id());
    glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width, height);
    glBindFramebuffer(GL_FRAMEBUFFER, m_planes->framebuffer.id());
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER,
                              m_planes->colour.id());
}

Canvas::~Canvas() = default;

Target Canvas::target(Quality quality) const
{
    return {m_planes->framebuffer.id(), m_width, m_height, quality};
}

void Canvas::finish() const
{
    glFinish();
}

} // namespace knotmap::render
