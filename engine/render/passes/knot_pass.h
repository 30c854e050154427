#pragma once

#include "engine/render/frame.h"
#include "engine/render/render_context.h"

namespace knotmap::render {

/// Knots and the rings on the skin over them; the ones behind the body are dimmed.
void drawKnots(RenderContext& context, const Frame& frame);
/// Ids of all knots that are in the open, as a pick sees them, from `firstId` on.
void drawKnotIds(RenderContext& context, const scene::Scene& scene, GLuint firstId);

} // namespace knotmap::render
