#pragma once

#include <cstdint>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <vector>

namespace knotmap::geometry {

/// A triangle mesh on the CPU. Millimetres, triangles counter-clockwise seen from outside.
/// `normals` has one unit vector per position; the fibre attributes are empty where there are none.
struct Mesh
{
    std::vector<glm::vec3> positions;
    std::vector<glm::vec3> normals;
    std::vector<std::uint32_t> indices;

    /// Unit direction of the fibres, from origin to insertion.
    std::vector<glm::vec3> fibres;
    /// x: distance across the fibres in mm, y: position along them, 0 at the origin to 1.
    std::vector<glm::vec2> fibreCoordinates;
    /// 0 muscle, 1 tendon.
    std::vector<float> tendon;

    std::size_t triangleCount() const { return indices.size() / 3; }
    bool empty() const { return indices.empty(); }
};

/// An axis-aligned box. `low` above `high` means empty.
struct Bounds
{
    glm::vec3 low{1e30F};
    glm::vec3 high{-1e30F};

    void add(const glm::vec3& point) { add({point, point}); }
    void add(const Bounds& other)
    {
        low = {other.low.x < low.x ? other.low.x : low.x, other.low.y < low.y ? other.low.y : low.y,
               other.low.z < low.z ? other.low.z : low.z};
        high = {other.high.x > high.x ? other.high.x : high.x,
                other.high.y > high.y ? other.high.y : high.y,
                other.high.z > high.z ? other.high.z : high.z};
    }
    bool empty() const { return low.x > high.x; }
    glm::vec3 centre() const { return 0.5F * (low + high); }
    glm::vec3 size() const { return high - low; }
};

/// The box around all positions.
Bounds boundsOf(const Mesh& mesh);

/// Sets `normals` to the area-weighted mean of the triangles around each vertex.
void computeNormals(Mesh& mesh);

/// The mirror image in the median plane X = 0, with reversed winding so that outside stays outside.
Mesh mirrored(const Mesh& mesh);

/// Adds all of `part` to `whole`; attributes that only one of them has are filled with zeros.
void append(Mesh& whole, const Mesh& part);

/// Whether each edge is shared by exactly two triangles, in opposite directions.
bool isClosedManifold(const Mesh& mesh);

/// The enclosed volume in mm3; negative when the triangles face inward.
double volume(const Mesh& mesh);

/// Reverses all triangles of a closed mesh if they face inward.
void turnOutward(Mesh& mesh);

} // namespace knotmap::geometry
