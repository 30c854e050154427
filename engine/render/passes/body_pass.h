#pragma once

#include "engine/render/frame.h"
#include "engine/render/render_context.h"

namespace knotmap::render {

/// Of all bodies: puts the depth of everything solid into the bound framebuffer.
void drawSolidDepth(RenderContext& context, const Frame& frame);
/// Of all bodies: muscles, bones and cartilage of the list's solid part, tool and arrow; props.
void drawSolid(RenderContext& context, const Frame& frame);
/// What the body rests on: walls, chairs, tables.
void drawProps(RenderContext& context, const Frame& frame);
/// Of all bodies: the translucent instances, for gathering in any order.
void drawGhosts(RenderContext& context, const Frame& frame);
/// Of all bodies: the nearest layer of the skin with the zone and the asked-for region, then the
/// zone's dots.
void drawSkin(RenderContext& context, const Frame& frame);
/// The part of the arrow that other things hide, faintly.
void drawHiddenArrow(RenderContext& context, const Frame& frame);

} // namespace knotmap::render
