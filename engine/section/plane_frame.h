#pragma once

#include "engine/scene/cut.h"

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

namespace knotmap::section {

/// The cut plane's own frame in the world: a place is origin + x * right + y * up.
struct PlaneFrame
{
    glm::vec3 origin{0}; ///< of all the plane's places the nearest to the world's origin
    glm::vec3 right{1, 0, 0}, up{0, 1, 0}, normal{0, 0, 1};

    glm::vec2 to(const glm::vec3& world) const;
};

PlaneFrame planeFrameOf(const scene::Cut& cut);

} // namespace knotmap::section
