#pragma once

#include "app/model/labels.h"
#include "engine/render/renderer.h"

namespace knotmap::app {

/// Prints the names of the visible structures of a scene beside a picture of it.
void printNames(image::Image& picture, const scene::Scene& scene,
                const std::vector<scene::VisibleInstance>& visibleInstances, Labels labels);

/// Prints the names of the structures in a picture drawn by the renderer beside it.
void labelPicture(image::Image& picture, render::Renderer& renderer, const scene::Scene& scene,
                  Labels labels);

} // namespace knotmap::app
