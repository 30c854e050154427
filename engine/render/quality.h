#pragma once

namespace knotmap::render {

/// How much effort goes into a frame.
enum class Quality
{
    Moving, ///< while the picture changes: coarser meshes, cheap shading, one sample per pixel
    Still   ///< at rest: ambient occlusion, fine fibres, several samples per pixel
};

} // namespace knotmap::render
