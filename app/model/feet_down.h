#pragma once

#include "app/model/library.h"

#include <glm/mat4x4.hpp>
#include <vector>

namespace knotmap::app {

/// What the feet are to do.
struct FeetDown
{
    bool both = true; ///< else the foot of the side that is not sore
    core::Side sore = core::Side::Right;
    bool wall = false;      ///< there is one in front of which feet and knees stay
    bool legsAside = false; ///< whether hips may turn and spread
    float soreSoleMm = -1;  ///< height of the sore side's sole; below 0 it sinks into the floor
};

/// The legs bent, and how far the worst sole is from what it stands on.
struct PutDown
{
    body::Pose pose;
    float gapMm = 0;
};

/// The places of both soles that stand on the floor, in the measured stance.
std::vector<glm::vec3> soles(const Library& library);
/// The joint that carries one of them.
std::uint32_t soleJoint(const Library& library, const glm::vec3& sole);

/// Bends hips, knees and ankles until the soles lie flat on the floor, Y = 0 in the world.
PutDown putDown(const Library& library, const body::Pose& pose, const glm::mat4& placement,
                const FeetDown& feet);

} // namespace knotmap::app
