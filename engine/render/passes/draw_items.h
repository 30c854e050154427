#pragma once

#include "engine/render/frame.h"
#include "engine/render/render_context.h"

namespace knotmap::render {

/// Which items of a list a pass draws.
enum class Material
{
    Muscle,
    Bone, ///< and cartilage
    All
};

/// Which properties of an item's look a pass uses.
enum class AppearanceUse
{
    Full,         ///< opacity and lift
    PlacementOnly ///< for depths and masks
};

/// Draws items with the program in use, which must have placed the body: as many as possible with
/// one call, each at the level of detail that its distance requires. Returns whether there were
/// any.
bool drawItems(RenderContext& context, const Frame& frame, const std::vector<DrawItem>& items,
               const gl::Program& program, Material material, AppearanceUse use);

} // namespace knotmap::render
