#pragma once

#include "engine/body/body_model.h"

#include <glm/mat4x4.hpp>
#include <vector>

namespace knotmap::posture {

/// What the feet are to do.
struct FeetDown
{
    bool both = true; ///< else the foot of the side that is not sore
    core::Side affectedSide = core::Side::Right;
    bool wall = false;      ///< there is one in front of which feet and knees stay
    bool legsAside = false; ///< whether hips may turn and spread
    float affectedSoleMm =
        -1; ///< height of the affected side's sole; below 0 it sinks into the floor
};

/// The legs bent, and how far the worst sole is from what it stands on.
struct PutDown
{
    body::Pose pose;
    float gapMm = 0;
};

/// The places of both soles that stand on the floor, in the measured stance.
std::vector<glm::vec3> soles(const body::BodyModel& model);
/// The joint that carries one of them.
std::uint32_t soleJoint(const body::BodyModel& model, const glm::vec3& sole);

/// Bends hips, knees and ankles until the soles lie flat on the floor, Y = 0 in the world.
PutDown putDown(const body::BodyModel& model, const body::Pose& pose, const glm::mat4& placement,
                const FeetDown& feet);

} // namespace knotmap::posture
