#include "app/shell/gl_surface.h"

#include "engine/gl/context_status.h"
#include "engine/gl/object.h"

#include <algorithm>

namespace knotmap::app {

struct PictureTexture::Names
{
    gl::Texture texture;
    gl::Framebuffer framebuffer;
    int width = 0, height = 0;
};

PictureTexture::PictureTexture() : m_names(std::make_unique<Names>()) {}
PictureTexture::~PictureTexture() = default;

int PictureTexture::width() const
{
    return m_names->width;
}
int PictureTexture::height() const
{
    return m_names->height;
}
std::uint32_t PictureTexture::framebuffer() const
{
    return m_names->framebuffer.id();
}
std::uint32_t PictureTexture::texture() const
{
    return m_names->texture.id();
}

void PictureTexture::resize(int width, int height)
{
    if (m_names->width == width && m_names->height == height)
        return;
    m_names->texture = gl::Texture("view picture");
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    m_names->framebuffer = gl::Framebuffer("view picture");
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D,
                           m_names->texture.id(), 0);
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    m_names->width = width;
    m_names->height = height;
}

void clearWindow(int width, int height, float red, float green, float blue)
{
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    glViewport(0, 0, width, height);
    glDisable(GL_SCISSOR_TEST);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glClearColor(red, green, blue, 1);
    glClear(GL_COLOR_BUFFER_BIT);
}

bool graphicsLost()
{
    return gl::contextLost();
}

void finishDrawing()
{
    glFinish();
}

image::Image readWindow(int width, int height)
{
    image::Image picture = image::filled(width, height, 0, 0, 0);
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, picture.pixels.data());
    // OpenGL's rows run from bottom to top.
    for (int low = 0, high = height - 1; low < high; ++low, --high)
        std::swap_ranges(picture.at(0, low), picture.at(0, low) + 4 * width, picture.at(0, high));
    for (std::size_t i = 3; i < picture.pixels.size(); i += 4)
        picture.pixels[i] = 255;
    return picture;
}

} // namespace knotmap::app
