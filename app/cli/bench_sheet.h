#pragma once

#include "engine/scene/scene.h"

namespace knotmap::app {

/// Fills the picture with `perEdge` times `perEdge` copies of the scene's body in a grid, so that
/// together they are as large in it as one alone. `bounds` of the body.
void showSheet(scene::Scene& scene, const geometry::Bounds& bounds, float aspect, int perEdge);

} // namespace knotmap::app
