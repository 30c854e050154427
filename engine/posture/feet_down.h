#pragma once

#include "engine/body/body_model.h"

#include <glm/mat4x4.hpp>
#include <vector>

namespace knotmap::posture {

/// What the feet should do.
struct FeetDown
{
    bool both = true; ///< else the foot of the unaffected side
    core::Side affectedSide = core::Side::Right;
    bool wall = false;      ///< feet and knees must stay in front of it, if there is one
    bool legsAside = false; ///< whether hips may rotate and abduct
    float affectedSoleMm =
        -1; ///< height of the affected side's sole; negative if it sinks into the floor
};

/// The legs bent, and the greatest distance of a sole from its support.
struct PutDown
{
    body::Pose pose;
    float gapMm = 0;
};

/// The contact points of both soles with the floor, in the measured stance.
std::vector<glm::vec3> soles(const body::BodyModel& model);
/// The joint that carries one of them.
std::uint32_t soleJoint(const body::BodyModel& model, const glm::vec3& sole);

/// Bends hips, knees and ankles until the soles are flat on the floor, Y = 0 in the world.
PutDown putDown(const body::BodyModel& model, const body::Pose& pose, const glm::mat4& placement,
                const FeetDown& feet);

} // namespace knotmap::posture
