#pragma once

namespace knotmap::render {

/// How much work goes into a frame.
enum class Quality
{
    Moving, ///< while the picture changes: coarser meshes, cheap shading, one sample a pixel
    Still   ///< at rest: ambient occlusion, fine fibres, several samples a pixel
};

} // namespace knotmap::render
