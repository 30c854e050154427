#pragma once

#include "engine/geometry/mesh.h"

#include <cstdint>
#include <vector>

namespace knotmap::render {

/// A square in the world that shadow falls on.
struct GroundPlane
{
    glm::vec3 centre{0};
    glm::vec3 normal{0, 1, 0}; ///< unit, towards the body
    glm::vec3 side{1, 0, 0};   ///< half an edge, mm long
    glm::vec3 other{0, 0, 1};  ///< half the other edge, mm long
};

/// A square about `centre` with half edges of the given length.
GroundPlane groundPlane(const glm::vec3& centre, const glm::vec3& normal, float halfMm);

inline constexpr int kShadowSize = 128;

/// How much light the body takes from each cell of the square, 0 to 255, kShadowSize squared, rows
/// along `other`: dense where it touches, a soft pool where it stands above. `points` in the world.
std::vector<std::uint8_t> groundShadow(const GroundPlane& plane,
                                       const std::vector<glm::vec3>& points);

} // namespace knotmap::render
