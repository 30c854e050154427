#pragma once

#include <cstddef>

namespace knotmap::render {

/// What the last frame consisted of.
struct FrameStats
{
    std::size_t drawCalls = 0;
    std::size_t triangles = 0;
    std::size_t culledInstances = 0; ///< visible by their look, but outside the view
};

} // namespace knotmap::render
