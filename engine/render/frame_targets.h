#pragma once

#include "engine/core/result.h"
#include "engine/gl/object.h"

namespace knotmap::render {

/// A colour plane that is drawn with several samples per pixel and read as a plain texture.
class ColourPlane
{
public:
    ColourPlane() = default;
    ColourPlane(const char* label, GLenum format, int width, int height, int samples);

    /// Attaches it to the framebuffer bound for drawing.
    void attach(GLenum slot) const;
    /// Averages the samples of `slot` of `drawn` into the texture; does nothing with one sample.
    void resolve(GLuint drawn, GLenum slot) const;
    GLuint texture() const { return m_texture.id(); }

private:
    int m_width = 0;
    int m_height = 0;
    gl::Renderbuffer m_samples; ///< empty with one sample per pixel
    gl::Texture m_texture;
    gl::Framebuffer m_resolved; ///< of the texture; empty with one sample per pixel
};

/// The planes of one size that a frame is drawn on. Rarely used ones are created on first use.
class FrameTargets
{
public:
    FrameTargets() = default;
    /// `samples` per pixel: 1 for none.
    static core::Result<FrameTargets> create(int width, int height, int samples);

    bool fits(int width, int height) const { return m_width == width && m_height == height; }
    int samples() const { return m_samples; }

    // Each binds a framebuffer for drawing, with the viewport over all of it.
    void bindScene() const;
    void bindGhosts();                    ///< shares the scene's depth
    void bindMask();                      ///< coverage of the chosen structures, no depth
    void bindFlatDepth();                 ///< depth alone, one sample a pixel, readable
    void bindAmbientOcclusion(int which); ///< 0: raw, 1: smoothed
    /// Of the scene's colour format, one sample; true if it is new and must be drawn.
    bool bindBackdrop();

    /// Copies the backdrop to the scene's colour; the scene has one sample a pixel.
    void copyBackdrop() const;
    /// Copies the bytes of the scene's colour to a framebuffer of the same size; not in ES.
    void copySceneTo(GLuint framebuffer, int width, int height) const;

    /// Makes the following textures readable.
    void resolveScene() const { m_colour.resolve(m_scene.id(), GL_COLOR_ATTACHMENT0); }
    void resolveGhosts() const;
    void resolveMask() const { m_mask.resolve(m_maskFrame.id(), GL_COLOR_ATTACHMENT0); }

    GLuint colour() const { return m_colour.texture(); }
    GLuint ghostColour() const { return m_ghostColour.texture(); }
    GLuint ghostWeight() const { return m_ghostWeight.texture(); }
    GLuint mask() const { return m_mask.texture(); }
    GLuint flatDepth() const { return m_flatDepth.id(); }
    GLuint ambientOcclusion(int which) const { return m_open[which].texture(); }

private:
    void bind(const gl::Framebuffer& framebuffer) const;

    int m_width = 0;
    int m_height = 0;
    int m_samples = 1;
    gl::Framebuffer m_scene, m_ghosts, m_maskFrame, m_flat, m_openFrame[2], m_backdropFrame;
    ColourPlane m_colour, m_ghostColour, m_ghostWeight, m_mask, m_open[2], m_backdrop;
    gl::Renderbuffer m_depth;
    gl::Texture m_flatDepth;
};

/// The number of samples per pixel that the driver offers, at most `wanted`.
int offeredSamples(int wanted);

} // namespace knotmap::render
