#pragma once

#include "engine/render/frame.h"
#include "engine/render/frame_targets.h"
#include "engine/render/render_context.h"

namespace knotmap::render {

/// An outline around the highlighted instances, on the finished picture in `framebuffer`.
void drawOutline(RenderContext& context, const Frame& frame, FrameTargets& targets,
                 GLuint framebuffer);

} // namespace knotmap::render
