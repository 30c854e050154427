#pragma once

#include <glm/vec3.hpp>

namespace knotmap::geometry {

/// Barycentric coordinates of the point of triangle abc nearest to p. Ericson, Real-Time Collision
/// Detection (2005), section 5.1.5.
glm::vec3 nearestOnTriangle(const glm::vec3& p, const glm::vec3& a, const glm::vec3& b,
                            const glm::vec3& c);

} // namespace knotmap::geometry
