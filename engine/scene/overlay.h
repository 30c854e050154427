#pragma once

#include <glm/mat4x4.hpp>
#include <glm/vec3.hpp>
#include <vector>

namespace knotmap::scene {

/// The standing body from which a position is taken up, drawn as a pale contour behind the body.
struct StartPose
{
    glm::mat4 placement{1}; ///< from the measured stance to the world
    float strength = 1;     ///< 0 to 1, of its lines
};

/// A soft round mark where something supports the body, in the world.
struct WeightPad
{
    glm::vec3 centre{0};
    glm::vec3 normal{0, 1, 0}; ///< unit, towards the body
    float radiusMm = 50;
};

/// Where the body's weight acts, in the world.
struct WeightMarks
{
    std::vector<WeightPad> pads;
    glm::vec3 centre{0}; ///< centre of mass
    float groundMm = 0;  ///< height at which the plumb line from there ends
    float strength = 1;  ///< 0 to 1
};

} // namespace knotmap::scene
