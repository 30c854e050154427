#pragma once

#include "engine/render/frame.h"
#include "engine/render/passes/picture_ids.h"
#include "engine/render/render_context.h"

#include <vector>

namespace knotmap::render {

/// A pixel of an id picture.
struct IdPixel
{
    GLuint id = kNothingId;
    float depth = 1;
    int x = 0, y = 0; ///< row 0 is the lowest
};

/// The planes an id picture is drawn into.
class IdTarget
{
public:
    /// Allocates the planes in that size and binds them, cleared.
    void bind(int width, int height);
    void clear() const;
    /// All pixels, row by row from the bottom.
    std::vector<IdPixel> read() const;

private:
    gl::Framebuffer m_frame;
    gl::Texture m_ids;
    gl::Renderbuffer m_depth;
    int m_width = 0, m_height = 0;
};

/// Draws ids instead of colours.
class IdPass
{
public:
    /// Uploads the uniforms of `view` and sets the state an id picture needs.
    IdPass(RenderContext& context, const scene::Scene& scene, const FrameView& view);
    ~IdPass();
    IdPass(const IdPass&) = delete;
    IdPass& operator=(const IdPass&) = delete;

    /// Instances that stop a pick, or those that let it through.
    void drawInstances(bool pickable) const;
    void drawSkin() const;

private:
    const gl::Program& begin(float behindMm) const;

    RenderContext& m_context;
    const scene::Scene& m_scene;
    FrameView m_view;
    DrawList m_list;
};

/// The position of a pixel of an id picture of width x height pixels in the body's frame, mm.
glm::vec3 positionOf(const IdPixel& pixel, int width, int height, const FrameView& view,
                     const glm::mat4& placement);

} // namespace knotmap::render
