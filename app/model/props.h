#pragma once

#include "app/model/supports.h"
#include "engine/scene/prop.h"

#include <glm/vec3.hpp>

namespace knotmap::app {

// What the body rests on, at its true size, mm, in the world with the floor at Y = 0.

/// A thing and the face of it that carries.
struct Furniture
{
    scene::Prop prop;
    SupportFace face;
};

/// An upright slab whose face looks towards +Z at `faceZ`, about `centreX`.
Furniture makeWall(float centreX, float faceZ);
/// A chair without arms that faces +Z; its back is left out, so that nothing hides the body.
Furniture makeStool(float centreX, float centreZ, float seatHeight);
/// How high tables are that one sits at.
inline constexpr float kTableMm = 735, kLowTableMm = 690, kHighTableMm = 790;
/// A table whose edge towards the body lies at `nearZ`.
Furniture makeTable(float centreX, float nearZ, float topHeight);

} // namespace knotmap::app
