#pragma once

#include "engine/scene/prop.h"

#include <glm/vec3.hpp>

namespace knotmap::app {

// What the body rests on, at its true size, mm, in the world with the floor at Y = 0.

/// An upright slab whose face looks towards +Z at `faceZ`, about `centreX`.
scene::Prop makeWall(float centreX, float faceZ);
/// A chair without arms that faces +Z; its back is left out, so that nothing hides the body.
scene::Prop makeStool(float centreX, float centreZ, float seatHeight);
/// A table whose edge towards the body lies at `nearZ`.
scene::Prop makeTable(float centreX, float nearZ, float topHeight);

} // namespace knotmap::app
