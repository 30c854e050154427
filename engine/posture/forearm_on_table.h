#pragma once

#include "engine/posture/press_target.h"

#include <glm/mat4x4.hpp>

namespace knotmap::posture {

/// The pose with one forearm resting at the height of a table top. `placement` maps the body to the
/// world, with the floor at Y = 0.
body::Pose forearmOnTable(const body::BodyModel& model, const body::Pose& pose,
                          const glm::mat4& placement, core::Side side, float topMm);

/// The same with a trigger point of that arm facing up as far as upper arm and forearm rotate with
/// ease.
body::Pose forearmOnTable(const body::BodyModel& model, const body::Pose& pose,
                          const glm::mat4& placement, core::Side side, float topMm,
                          const PressTarget& target);

} // namespace knotmap::posture
