#pragma once

#include "engine/geometry/mesh.h"

#include <memory>
#include <vector>

namespace knotmap::scene {

/// A wall, chair or table beside the body, in the world.
struct Prop
{
    std::shared_ptr<const geometry::Mesh> mesh; ///< mm, world
    std::vector<glm::vec3> colours;             ///< linear RGB, one a vertex
};

} // namespace knotmap::scene
