#pragma once

#include "engine/render/atlas_cache.h"
#include "engine/render/frame_view.h"

#include <vector>

namespace knotmap::render {

/// An instance that is drawn in this frame.
struct DrawItem
{
    std::uint32_t instance = 0;
    std::uint32_t shape = 0;
    float mirror = 1; ///< factor of x: -1 for left ones
    scene::Look look;
    float lift = 0;     ///< 0 to 1: lighter, when highlighted or hovered
    bool bone = false;  ///< bone or cartilage
    float distance = 0; ///< mm from the eye to its centre
    float pixelMm = 0;  ///< mm that a pixel covers at its nearest place
};

/// What of a scene is drawn, and in which order.
struct DrawList
{
    std::vector<DrawItem> solid;  ///< by matter, then near before far
    std::vector<DrawItem> ghosts; ///< in any order
    std::size_t culled = 0;
};

/// Opacity from which an instance is solid.
inline constexpr float kSolid = 0.995F;
/// Opacity below which an instance lets a pick through.
inline constexpr float kPickable = 0.35F;

/// `frustum` in the world. Instances without a look are solid.
DrawList makeDrawList(const scene::Scene& scene, const AtlasCache& cache, const Frustum& frustum,
                      const FrameView& view);

} // namespace knotmap::render
