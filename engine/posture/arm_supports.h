#pragma once

#include <glm/vec3.hpp>
#include <optional>

namespace knotmap::posture {

/// A floor that the arm is to stay above, in the body's frame.
struct FloorPlane
{
    glm::vec3 up{0, 1, 0}; ///< unit
    float heightMm = 0;    ///< along `up`
};

/// What an arm keeps clear of and what it leans on.
struct ArmSupports
{
    std::optional<FloorPlane> floor;
    /// That the elbow's tip is to lie in: a table it stands on, or the plane that an arm hangs in.
    std::optional<FloorPlane> elbowIn;
};

} // namespace knotmap::posture
