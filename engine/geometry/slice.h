#pragma once

#include <cstdint>
#include <glm/vec3.hpp>
#include <vector>

namespace knotmap::geometry {

/// The intersection of a plane with an edge of a mesh.
struct SlicePoint
{
    glm::vec3 position{0};
    std::uint32_t from = 0, to = 0; ///< vertices of the edge, the lower first
    float share = 0;                ///< weight of `to`: 0 at `from`, 1 at `to`
};

/// Its intersection with a triangle. Seen against the normal, the inside of a closed mesh with
/// triangles anticlockwise from outside is on the left.
struct SliceSegment
{
    SlicePoint start, end;
};

/// The intersection of the plane of all points with dot(point, normal) == offset with a triangle
/// list. Closed if the mesh is closed: neighbours share their points to the bit.
std::vector<SliceSegment> slice(const std::vector<glm::vec3>& positions,
                                const std::vector<std::uint32_t>& indices, const glm::vec3& normal,
                                float offset);

} // namespace knotmap::geometry
