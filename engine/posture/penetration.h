#pragma once

#include "engine/body/body_model.h"
#include "engine/props/supports.h"

#include <glm/mat4x4.hpp>
#include <vector>

namespace knotmap::posture {

/// Every `stride`th place of the skin, posed and target in the world.
std::vector<glm::vec3> skinPlaces(const body::BodyModel& model,
                                  const body::BoneTransforms& transforms,
                                  const glm::mat4& placement, std::size_t stride);

/// How deep the worst of some places lies in a solid, by the nearest way out, or under the floor;
/// mm, 0 where all are clear.
float deepestIn(const std::vector<props::Solid>& solids, const std::vector<glm::vec3>& places);

} // namespace knotmap::posture
