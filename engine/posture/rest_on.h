#pragma once

#include <glm/gtc/quaternion.hpp>
#include <glm/vec3.hpp>
#include <vector>

namespace knotmap::posture {

/// A rigid body that comes to rest on a plane, all in one frame, mm.
struct Resting
{
    std::vector<glm::vec3> body;    ///< points that the plane may touch
    std::vector<glm::vec3> between; ///< of what lies between body and plane, and must touch it
    glm::vec3 centre{0};            ///< of mass; the body rotates about it
    glm::vec3 normal{0, 1, 0};      ///< unit, of the plane, towards the body
    /// Limits on its rotation, about a level axis of the plane and about the other one.
    float maxDeg = 20, maxOtherDeg = 20;
};

struct Rest
{
    glm::quat turn{1, 0, 0, 0}; ///< about the centre
    float height = 0;           ///< of the plane along its normal, under the rotated body
};

/// Lets it sink onto the plane: of all small rotations the one with the lowest centre of mass, as
/// under gravity, in which what is in between touches.
Rest restOn(const Resting& resting);

} // namespace knotmap::posture
