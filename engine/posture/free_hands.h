#pragma once

#include "engine/body/body_model.h"
#include "engine/care/position.h"
#include "engine/posture/arm_supports.h"

#include <glm/mat4x4.hpp>

namespace knotmap::posture {

/// The pose with the palm of one hand resting on the thigh or knee of its side, away from the posed
/// `pressPoint` that is to be pressed; unchanged if the arm cannot reach.
body::Pose handOnThigh(const body::BodyModel& model, const body::Pose& pose, core::Side side,
                       const glm::vec3& pressPoint);

/// The pose with the palm of one hand resting on a landmark of the body; unchanged if the arm
/// cannot reach.
body::Pose handOn(const body::BodyModel& model, const body::Pose& pose, const care::HandOn& hand,
                  const ArmSupports& supports);

struct HandDown
{
    body::Pose pose;
    float gapMm = 0; ///< of the hand from the floor
};

/// The pose with one hand flat on the floor below it, its elbow too if the shoulder is low.
/// `placement` maps the body to the world, with the floor at Y = 0.
HandDown handOnFloor(const body::BodyModel& model, const body::Pose& pose,
                     const glm::mat4& placement, core::Side side);

} // namespace knotmap::posture
