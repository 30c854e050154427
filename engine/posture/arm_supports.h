#pragma once

#include <glm/vec3.hpp>
#include <optional>

namespace knotmap::posture {

/// A floor that the arm must stay above, in the body's frame.
struct FloorPlane
{
    glm::vec3 up{0, 1, 0}; ///< unit
    float heightMm = 0;    ///< along `up`
};

/// What an arm must keep clear of and what it leans on.
struct ArmSupports
{
    std::optional<FloorPlane> floor;
    /// The plane that the elbow's tip is to lie in: a table it rests on, or the plane in which an
    /// arm hangs.
    std::optional<FloorPlane> elbowIn;
};

} // namespace knotmap::posture
