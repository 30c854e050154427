#pragma once

#include "engine/geometry/surface.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace knotmap::geometry {

/// A vertex that an obtuse corner of a triangle sees through the edge opposite it, with the lengths
/// in mm in the plane into which the triangles between are unfolded.
struct VertexBehind
{
    std::uint32_t vertex = 0;
    float toCorner = 0;
    /// The vertices seen next to it on either side, and how far they are from the corner and from
    /// the vertex. A line from the corner between two of them meets no other vertex.
    std::array<std::uint32_t, 2> beside{};
    std::array<float, 2> besideToCorner{}, besideToVertex{};
};

/// The vertices behind the edge from `a` to `b` of the triangle corner-a-b (anticlockwise) that
/// split the corner until no part of it is obtuse, nearest first; at most as many as the array
/// holds. None when the corner is not obtuse itself or the border of the mesh lies behind the edge.
/// After Kimmel and Sethian, Computing geodesic paths on manifolds (1998), section 4, who take the
/// one that leaves both parts acute at once.
class VerticesBehind
{
public:
    VerticesBehind(const Surface& surface, std::uint32_t corner, std::uint32_t a, std::uint32_t b);

    const VertexBehind* begin() const { return m_found.data(); }
    const VertexBehind* end() const { return m_found.data() + m_count; }

private:
    std::array<VertexBehind, 4> m_found;
    std::size_t m_count = 0;
};

} // namespace knotmap::geometry
