#pragma once

#include <glm/vec3.hpp>

namespace knotmap::app {

/// A flat face that can carry the body, in the world, mm: what of the plane lies within the box.
struct SupportFace
{
    enum class Kind
    {
        Floor,
        Seat,
        Table,
        Wall
    };
    Kind kind = Kind::Floor;
    glm::vec3 low{0}, high{0}; ///< flat along the normal
    glm::vec3 normal{0, 1, 0}; ///< unit, towards the body
};

/// The whole floor, at Y = 0.
SupportFace floorFace();

} // namespace knotmap::app
