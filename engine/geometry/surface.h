#pragma once

#include "engine/geometry/mesh.h"

#include <glm/vec3.hpp>
#include <memory>
#include <optional>
#include <vector>

namespace knotmap::geometry {

/// A point on a mesh.
struct SurfacePoint
{
    std::uint32_t triangle = 0;
    glm::vec3 barycentric{1, 0, 0};
    glm::vec3 position{0};
    glm::vec3 normal{0, 1, 0}; ///< unit, interpolated
    float distance = 0;        ///< mm from the query point
};

/// A closed mesh made ready for questions: nearest place, rays, inside or
/// outside, who neighbours whom. Owns its search tree; keeps the mesh alive.
class Surface
{
public:
    explicit Surface(std::shared_ptr<const Mesh> mesh);
    ~Surface();
    Surface(Surface&&) noexcept;
    Surface& operator=(Surface&&) noexcept;

    const Mesh& mesh() const { return *m_mesh; }

    /// The nearest place to `point`. With `facing`, only triangles whose normal
    /// makes less than 90 degrees with it are considered; none when there is no
    /// such triangle.
    std::optional<SurfacePoint> closest(const glm::vec3& point,
                                        std::optional<glm::vec3> facing = std::nullopt) const;

    /// The point of the surface nearest to `point` within `maxMm`, if there is one.
    std::optional<SurfacePoint> closestWithin(const glm::vec3& point, float maxMm) const;

    /// The first crossing of the ray within `maxMm`.
    std::optional<SurfacePoint> cast(const glm::vec3& origin, const glm::vec3& direction,
                                     float maxMm) const;

    /// Whether the point is enclosed (odd number of crossings, by the majority of
    /// three directions that agree, or else of eleven).
    bool contains(const glm::vec3& point) const;

    /// Vertices connected to vertex `v` by an edge.
    const std::uint32_t* neighboursBegin(std::uint32_t v) const;
    const std::uint32_t* neighboursEnd(std::uint32_t v) const;

    /// For each of those neighbours the third corner of the triangle on the left of the way there.
    const std::uint32_t* apexesBegin(std::uint32_t v) const;
    /// The third corner of the triangle on the left of the edge from `a` to `b`; none when there is
    /// no such triangle.
    std::optional<std::uint32_t> apex(std::uint32_t a, std::uint32_t b) const;

private:
    std::optional<SurfacePoint> nearest(const glm::vec3& point, std::optional<glm::vec3> facing,
                                        float maxSquared) const;

    struct Tree;
    std::shared_ptr<const Mesh> m_mesh;
    std::unique_ptr<Tree> m_tree;
    std::vector<std::uint32_t> m_neighbourStart, m_neighbours, m_apexes;
};

} // namespace knotmap::geometry
