#pragma once

#include <cstddef>

namespace knotmap::render {

/// What the last frame consisted of.
struct FrameStats
{
    std::size_t drawCalls = 0;
    std::size_t triangles = 0;
    std::size_t uploads = 0;         ///< parts of the scene sent to the GPU anew, but for its pose
    std::size_t culledInstances = 0; ///< visible by their look, but outside the picture
};

} // namespace knotmap::render
