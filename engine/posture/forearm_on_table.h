#pragma once

#include "engine/posture/press_target.h"

#include <glm/mat4x4.hpp>

namespace knotmap::posture {

/// The pose with one forearm lying at the height of a table's top. `placement` puts the body into
/// the world, whose floor is Y = 0.
body::Pose forearmOnTable(const body::BodyModel& model, const body::Pose& pose,
                          const glm::mat4& placement, core::Side side, float topMm);

/// The same with a point of that arm turned as far up as upper arm and forearm turn with ease.
body::Pose forearmOnTable(const body::BodyModel& model, const body::Pose& pose,
                          const glm::mat4& placement, core::Side side, float topMm,
                          const PressTarget& target);

} // namespace knotmap::posture
