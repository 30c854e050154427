#pragma once

#include "engine/render/frame.h"
#include "engine/render/render_context.h"

namespace knotmap::render {

/// Marks under whatever bears the body and the plumb line from its centre of mass.
void drawWeight(RenderContext& context, const Frame& frame);

} // namespace knotmap::render
