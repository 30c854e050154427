#pragma once

#include "app/model/labels.h"
#include "engine/render/renderer.h"

namespace knotmap::app {

/// Prints the names of what a picture drawn by the renderer shows beside it.
void labelPicture(image::Image& picture, render::Renderer& renderer, const scene::Scene& scene,
                  Labels labels);

} // namespace knotmap::app
