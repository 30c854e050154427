#pragma once

#include "engine/scene/scene.h"

namespace knotmap::app {

/// Fills the picture with `perEdge` times `perEdge` of the scene's body, side by side and one above
/// the other, so that together they are as large in it as one alone. `bounds` of the body.
void showSheet(scene::Scene& scene, const geometry::Bounds& bounds, float aspect, int perEdge);

} // namespace knotmap::app
