#pragma once

#include "app/model/library.h"
#include "app/model/supports.h"

#include <glm/mat4x4.hpp>
#include <vector>

namespace knotmap::app {

/// Every `stride`th place of the skin, posed and placed in the world.
std::vector<glm::vec3> skinPlaces(const Library& library, const body::Moves& moves,
                                  const glm::mat4& placement, std::size_t stride);

/// How deep the worst of some places lies in a solid, by the nearest way out, or under the floor;
/// mm, 0 where all are clear.
float deepestIn(const std::vector<Solid>& solids, const std::vector<glm::vec3>& places);

} // namespace knotmap::app
