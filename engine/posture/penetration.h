#pragma once

#include "engine/body/body_model.h"
#include "engine/props/supports.h"

#include <glm/mat4x4.hpp>
#include <vector>

namespace knotmap::posture {

/// Every `stride`th point of the skin, posed and in the world.
std::vector<glm::vec3> skinPoints(const body::BodyModel& model,
                                  const body::BoneTransforms& transforms,
                                  const glm::mat4& placement, std::size_t stride);

/// The greatest depth of some points in a solid, by the shortest exit, or under the floor; mm, 0 if
/// all are clear.
float deepestIn(const std::vector<props::Solid>& solids, const std::vector<glm::vec3>& points);

} // namespace knotmap::posture
