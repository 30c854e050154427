#pragma once

#include <glm/vec3.hpp>

namespace knotmap::props {

/// A flat face that can support the body, in the world, mm: the part of the plane within the box.
struct SupportFace
{
    enum class Kind
    {
        Floor, ///< and a mat on it
        Seat,  ///< of a chair or a bed
        Table,
        Wall,
        ChairBack,
        Cushion ///< under head or knee: it takes the shape of what lies on it
    };
    Kind kind = Kind::Floor;
    glm::vec3 low{0}, high{0}; ///< flat along the normal
    glm::vec3 normal{0, 1, 0}; ///< unit, towards the body
};

/// The whole floor, at Y = 0.
SupportFace floorFace();

/// Whether a position is above a face, at any height.
bool liesOver(const SupportFace& face, const glm::vec3& point);

/// The space that an object fills, in the world, mm.
struct Solid
{
    glm::vec3 low{0}, high{0};
};

} // namespace knotmap::props
