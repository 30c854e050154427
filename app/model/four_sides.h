#pragma once

#include "engine/scene/scene.h"

namespace knotmap::app {

/// Sets the body side by side as printed atlases show it: from the front, its right, the back and
/// its left, from left to right, all with what is painted on it, seen through a long lens so that
/// each stands square to the viewer. `bounds` of the standing body; sets the camera and the copies.
void showFourSides(scene::Scene& scene, const geometry::Bounds& bounds, float aspect);

} // namespace knotmap::app
