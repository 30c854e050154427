#pragma once

#include "engine/render/passes/id_pass.h"

namespace knotmap::render {

/// Finds what is under a point of the picture by drawing ids into a few pixels around it.
class Picker
{
public:
    /// (x, y) in pixels from the top left of the picture that `view` describes.
    scene::Pick pick(RenderContext& context, const scene::Scene& scene, const FrameView& view,
                     float x, float y);

private:
    IdTarget m_target;
};

} // namespace knotmap::render
