#pragma once

#include "engine/render/frame.h"
#include "engine/render/frame_targets.h"
#include "engine/render/render_context.h"

namespace knotmap::render {

/// A line about the instances that are lifted out, on the finished picture in `framebuffer`.
void drawOutline(RenderContext& context, const Frame& frame, FrameTargets& targets,
                 GLuint framebuffer);

} // namespace knotmap::render
