#pragma once

#include "engine/render/frame.h"
#include "engine/render/render_context.h"

namespace knotmap::render {

/// All bodies: writes the depth of everything solid into the bound framebuffer.
void drawSolidDepth(RenderContext& context, const Frame& frame);
/// All bodies: muscles, bones and cartilage of the list's solid part, tool and arrow; props.
void drawSolid(RenderContext& context, const Frame& frame);
/// What the body rests on: walls, chairs, tables.
void drawProps(RenderContext& context, const Frame& frame);
/// All bodies: the translucent instances, for order-independent blending.
void drawGhosts(RenderContext& context, const Frame& frame);
/// All bodies: the nearest layer of the skin with the zone and the requested region, then the
/// zone's dots.
void drawSkin(RenderContext& context, const Frame& frame);
/// The occluded part of the arrow, faintly.
void drawHiddenArrow(RenderContext& context, const Frame& frame);

} // namespace knotmap::render
