#pragma once

#include "engine/render/frame.h"
#include "engine/render/render_context.h"

namespace knotmap::render {

/// Trigger points and the rings on the skin over them; those behind the body are dimmed.
void drawKnots(RenderContext& context, const Frame& frame);
/// Ids of all unobstructed trigger points for picking, from `firstId` on.
void drawKnotIds(RenderContext& context, const scene::Scene& scene, GLuint firstId);

} // namespace knotmap::render
