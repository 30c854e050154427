#pragma once

#include "engine/scene/scene.h"

namespace knotmap::app {

/// Arranges the body as in printed atlases: from the front, its right, the back and its left, from
/// left to right, all with what is painted on it, seen through a long lens so that each faces the
/// viewer squarely. `bounds` of the standing body; sets the camera and the copies.
void showFourSides(scene::Scene& scene, const geometry::Bounds& bounds, float aspect);

} // namespace knotmap::app
