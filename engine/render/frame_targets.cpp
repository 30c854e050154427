#include "engine/render/frame_targets.h"

#include "engine/words/tr.h"

#include <algorithm>
#include <array>
#include <string>

namespace knotmap::render {
namespace {

/// Depth may not be interpolated; colour is when a frame is stretched.
void plainSampling(GLint filter)
{
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, filter);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, filter);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
}

/// The format and type that glTexImage2D requires for an internal format.
struct Upload
{
    GLenum format, type;
};

Upload uploadOf(GLenum internal)
{
    switch (internal) {
    case GL_R8:
        return {GL_RED, GL_UNSIGNED_BYTE};
    case GL_R16F:
        return {GL_RED, GL_HALF_FLOAT};
    case GL_RGBA16F:
        return {GL_RGBA, GL_HALF_FLOAT};
    case GL_DEPTH_COMPONENT24:
        return {GL_DEPTH_COMPONENT, GL_UNSIGNED_INT};
    default:
        return {GL_RGBA, GL_UNSIGNED_BYTE};
    }
}

gl::Texture makeTexture(const char* label, GLenum internal, int width, int height)
{
    gl::Texture texture(label);
    const Upload upload = uploadOf(internal);
    glTexImage2D(GL_TEXTURE_2D, 0, static_cast<GLint>(internal), width, height, 0, upload.format,
                 upload.type, nullptr);
    plainSampling(internal == GL_SRGB8_ALPHA8 ? GL_LINEAR : GL_NEAREST);
    return texture;
}

gl::Renderbuffer makeRenderbuffer(const char* label, GLenum internal, int width, int height,
                                  int samples)
{
    gl::Renderbuffer buffer(label);
    glRenderbufferStorageMultisample(GL_RENDERBUFFER, samples > 1 ? samples : 0, internal, width,
                                     height);
    return buffer;
}

} // namespace

int offeredSamples(int wanted)
{
    GLint maxSamples = 1;
    glGetIntegerv(GL_MAX_SAMPLES, &maxSamples);
    return std::max(1, std::min(wanted, maxSamples));
}

ColourPlane::ColourPlane(const char* label, GLenum format, int width, int height, int samples)
    : m_width(width), m_height(height), m_texture(makeTexture(label, format, width, height))
{
    if (samples <= 1)
        return;
    m_samples = makeRenderbuffer(label, format, width, height, samples);
    m_resolved = gl::Framebuffer(label);
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, m_texture.id(), 0);
}

void ColourPlane::attach(GLenum slot) const
{
    if (m_samples)
        glFramebufferRenderbuffer(GL_FRAMEBUFFER, slot, GL_RENDERBUFFER, m_samples.id());
    else
        glFramebufferTexture2D(GL_FRAMEBUFFER, slot, GL_TEXTURE_2D, m_texture.id(), 0);
}

void ColourPlane::resolve(GLuint drawn, GLenum slot) const
{
    if (!m_samples)
        return;
    glBindFramebuffer(GL_READ_FRAMEBUFFER, drawn);
    glReadBuffer(slot);
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, m_resolved.id());
    glBlitFramebuffer(0, 0, m_width, m_height, 0, 0, m_width, m_height, GL_COLOR_BUFFER_BIT,
                      GL_NEAREST);
    glReadBuffer(GL_COLOR_ATTACHMENT0);
}

core::Result<FrameTargets> FrameTargets::create(int width, int height, int samples)
{
    FrameTargets targets;
    targets.m_width = width;
    targets.m_height = height;
    targets.m_samples = samples;
    targets.m_colour = ColourPlane("scene colour", GL_SRGB8_ALPHA8, width, height, samples);
    targets.m_depth = makeRenderbuffer("scene depth", GL_DEPTH24_STENCIL8, width, height, samples);
    targets.m_scene = gl::Framebuffer("scene");
    targets.m_colour.attach(GL_COLOR_ATTACHMENT0);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_STENCIL_ATTACHMENT, GL_RENDERBUFFER,
                              targets.m_depth.id());
    const GLenum status = glCheckFramebufferStatus(GL_FRAMEBUFFER);
    if (status != GL_FRAMEBUFFER_COMPLETE || glGetError() == GL_OUT_OF_MEMORY)
        return core::Error{trf("The graphics driver has no memory for a picture of {}x{} pixels. "
                               "Ask for a smaller one.",
                               width, height)};
    return targets;
}

void FrameTargets::bind(const gl::Framebuffer& framebuffer) const
{
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer.id());
    glViewport(0, 0, m_width, m_height);
}

void FrameTargets::bindScene() const
{
    bind(m_scene);
}

void FrameTargets::bindGhosts()
{
    if (!m_ghosts) {
        m_ghostColour = ColourPlane("ghost colour", GL_RGBA16F, m_width, m_height, m_samples);
        m_ghostWeight = ColourPlane("ghost weight", GL_R16F, m_width, m_height, m_samples);
        m_ghosts = gl::Framebuffer("ghosts");
        m_ghostColour.attach(GL_COLOR_ATTACHMENT0);
        m_ghostWeight.attach(GL_COLOR_ATTACHMENT1);
        glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_RENDERBUFFER,
                                  m_depth.id());
        const std::array<GLenum, 2> slots{GL_COLOR_ATTACHMENT0, GL_COLOR_ATTACHMENT1};
        glDrawBuffers(2, slots.data());
    }
    bind(m_ghosts);
}

void FrameTargets::resolveGhosts() const
{
    m_ghostColour.resolve(m_ghosts.id(), GL_COLOR_ATTACHMENT0);
    m_ghostWeight.resolve(m_ghosts.id(), GL_COLOR_ATTACHMENT1);
}

void FrameTargets::bindMask()
{
    if (!m_maskFrame) {
        m_mask = ColourPlane("chosen mask", GL_R8, m_width, m_height, m_samples);
        m_maskFrame = gl::Framebuffer("chosen mask");
        m_mask.attach(GL_COLOR_ATTACHMENT0);
    }
    bind(m_maskFrame);
}

void FrameTargets::bindFlatDepth()
{
    if (!m_flat) {
        m_flatDepth = makeTexture("flat depth", GL_DEPTH_COMPONENT24, m_width, m_height);
        m_flat = gl::Framebuffer("flat depth");
        glFramebufferTexture2D(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_TEXTURE_2D, m_flatDepth.id(),
                               0);
        const GLenum none = GL_NONE;
        glDrawBuffers(1, &none);
        glReadBuffer(GL_NONE);
    }
    bind(m_flat);
}

void FrameTargets::bindAmbientOcclusion(int which)
{
    if (!m_openFrame[which]) {
        m_open[which] = ColourPlane("ambient occlusion", GL_R8, m_width, m_height, 1);
        m_openFrame[which] = gl::Framebuffer("ambient occlusion");
        m_open[which].attach(GL_COLOR_ATTACHMENT0);
    }
    bind(m_openFrame[which]);
}

bool FrameTargets::bindBackdrop()
{
    const bool fresh = !m_backdropFrame;
    if (fresh) {
        m_backdrop = ColourPlane("backdrop", GL_SRGB8_ALPHA8, m_width, m_height, 1);
        m_backdropFrame = gl::Framebuffer("backdrop");
        m_backdrop.attach(GL_COLOR_ATTACHMENT0);
    }
    bind(m_backdropFrame);
    return fresh;
}

void FrameTargets::copyBackdrop() const
{
    glBindFramebuffer(GL_READ_FRAMEBUFFER, m_backdropFrame.id());
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, m_scene.id());
    glBlitFramebuffer(0, 0, m_width, m_height, 0, 0, m_width, m_height, GL_COLOR_BUFFER_BIT,
                      GL_NEAREST);
}

void FrameTargets::copySceneTo(GLuint framebuffer, int width, int height) const
{
    glBindFramebuffer(GL_READ_FRAMEBUFFER, m_scene.id());
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, framebuffer);
    const bool same = width == m_width && height == m_height;
    glBlitFramebuffer(0, 0, m_width, m_height, 0, 0, width, height, GL_COLOR_BUFFER_BIT,
                      same ? GL_NEAREST : GL_LINEAR);
}

} // namespace knotmap::render
