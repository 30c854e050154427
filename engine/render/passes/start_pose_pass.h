#pragma once

#include "engine/render/frame.h"
#include "engine/render/render_context.h"

namespace knotmap::render {

/// The contour of the standing body, over the picture; writes no depth.
void drawStartPose(RenderContext& context, const Frame& frame);

} // namespace knotmap::render
