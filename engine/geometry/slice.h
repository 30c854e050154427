#pragma once

#include <cstdint>
#include <glm/vec3.hpp>
#include <vector>

namespace knotmap::geometry {

/// Where a plane goes through an edge of a mesh.
struct SlicePoint
{
    glm::vec3 position{0};
    std::uint32_t from = 0, to = 0; ///< vertices of the edge, the lower first
    float share = 0;                ///< of `to`: 0 at `from`, 1 at `to`
};

/// Where it goes through a triangle. Seen against the normal, the inside of a closed mesh whose
/// triangles turn anticlockwise seen from outside lies on the left.
struct SliceSegment
{
    SlicePoint start, end;
};

/// The line along which the plane of all places with dot(place, normal) == offset goes through a
/// triangle list. Closed where the mesh is closed: neighbours share their points to the bit.
std::vector<SliceSegment> slice(const std::vector<glm::vec3>& positions,
                                const std::vector<std::uint32_t>& indices, const glm::vec3& normal,
                                float offset);

} // namespace knotmap::geometry
