#pragma once

#include "engine/core/result.h"
#include "engine/image/image.h"
#include "engine/render/frame_view.h"

#include <functional>

namespace knotmap::render {

/// Draws one part of a picture into the framebuffer of that OpenGL name.
using DrawTile = std::function<core::Outcome(const FrameView&, std::uint32_t framebuffer)>;

/// Draws a picture of any size tile by tile, each at twice the resolution in both directions and
/// averaged in linear light. Tiles overlap, so that effects that read neighbouring pixels leave no
/// seam.
core::Result<image::Image> drawStillImage(const scene::Camera& camera, int width, int height,
                                          const DrawTile& drawTile);

} // namespace knotmap::render
