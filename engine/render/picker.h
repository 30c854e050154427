#pragma once

#include "engine/render/passes/id_pass.h"

namespace knotmap::render {

/// Finds what lies under a place of the picture by drawing ids into a few pixels about it.
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
