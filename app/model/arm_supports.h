#pragma once

#include <glm/vec3.hpp>
#include <optional>

namespace knotmap::app {

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
    std::optional<FloorPlane> underElbow; ///< a table that the elbow is to stand on
};

} // namespace knotmap::app
