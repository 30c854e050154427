#pragma once

#include "engine/geometry/mesh.h"

#include <glm/vec3.hpp>
#include <memory>
#include <vector>

namespace knotmap::props {

/// A wall, chair or cushion beside the body, in the world.
struct Prop
{
    std::shared_ptr<const geometry::Mesh> mesh; ///< mm, world
    std::vector<glm::vec3> colours;             ///< linear RGB, one per vertex
};

/// A flat rectangle in the world that the body's shadow falls on: floor, mat, seat, wall.
struct ShadowFace
{
    glm::vec3 centre{0};
    glm::vec3 normal{0, 1, 0}; ///< unit, towards the body
    glm::vec3 side{1, 0, 0};   ///< half an edge, mm long
    glm::vec3 other{0, 0, 1};  ///< half the other edge, mm long
};

} // namespace knotmap::props
