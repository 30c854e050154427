#pragma once

#include "engine/render/cache/atlas_cache.h"
#include "engine/render/frame_view.h"
#include "engine/render/opacity.h"

#include <vector>

namespace knotmap::render {

/// An instance that is drawn in this frame.
struct DrawItem
{
    std::uint32_t instance = 0;
    std::uint32_t shape = 0;
    float mirror = 1; ///< factor of x: -1 for left ones
    scene::Appearance appearance;
    float lift = 0;         ///< 0 to 1: lighter, when highlighted or hovered
    bool bone = false;      ///< bone or cartilage
    bool sheltered = false; ///< lies so deep under other solid ones that little of it can be seen
    float distance = 0;     ///< mm from the eye to its centre
    float pixelMm = 0;      ///< mm that a pixel covers at its nearest place
};

/// What of one body is drawn, and in which order.
struct DrawList
{
    std::vector<DrawItem> solid;  ///< by matter, then near before far
    std::vector<DrawItem> ghosts; ///< in any order
    std::size_t culled = 0;
    float pixelMm = 0;   ///< mm that a pixel covers at the body's nearest place
    bool inView = false; ///< whether the picture can show any of the body
};

/// `frustum` in the world; `placement` puts the body there. Instances without a look are solid.
DrawList makeDrawList(const scene::Scene& scene, const AtlasCache& cache, const Frustum& frustum,
                      const FrameView& view, const glm::mat4& placement);

} // namespace knotmap::render
