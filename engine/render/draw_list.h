#pragma once

#include "engine/render/cache/atlas_cache.h"
#include "engine/render/frame_view.h"
#include "engine/render/opacity.h"

#include <vector>

namespace knotmap::render {

/// An instance drawn in this frame.
struct DrawItem
{
    std::uint32_t instance = 0;
    std::uint32_t shape = 0;
    float mirror = 1; ///< factor of x: -1 for left ones
    scene::Appearance appearance;
    float lift = 0;         ///< 0 to 1: lighter, when highlighted or hovered
    bool bone = false;      ///< bone or cartilage
    bool sheltered = false; ///< lies so deep under other solid ones that little of it is visible
    float distance = 0;     ///< mm from the eye to its centre
    float pixelMm = 0;      ///< mm that a pixel covers at its nearest point
};

/// What is drawn of one body, and in which order.
struct DrawList
{
    std::vector<DrawItem> solid;  ///< by material, then front to back
    std::vector<DrawItem> ghosts; ///< in any order
    std::size_t culled = 0;
    float pixelMm = 0;   ///< mm that a pixel covers at the body's nearest point
    bool inView = false; ///< whether any of the body can be in the picture
};

/// `frustum` in the world; `placement` maps the body to the world. Instances without a look are
/// solid.
DrawList makeDrawList(const scene::Scene& scene, const AtlasCache& cache, const Frustum& frustum,
                      const FrameView& view, const glm::mat4& placement);

} // namespace knotmap::render
