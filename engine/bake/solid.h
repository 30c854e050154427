#pragma once

#include "engine/geometry/mesh.h"
#include "engine/geometry/surface.h"

#include <memory>
#include <optional>
#include <vector>

namespace knotmap::bake {

inline constexpr float kAnyDepth = 1e6F; // mm

/// A point inside a solid.
struct Depth
{
    float mm = 0;         ///< to the nearest point of the surface
    glm::vec3 exit{0};    ///< that point
    glm::vec3 outward{0}; ///< unit normal of the surface there
};

/// One structure as a solid that can be queried for the depth of a point. Its mesh may be several
/// closed pieces that overlap (the sheets of a muscle): each is queried separately, and the
/// greatest depth counts.
class Solid
{
public:
    explicit Solid(const geometry::Mesh& mesh);

    const geometry::Bounds& bounds() const { return m_bounds; }

    /// How deep the point lies in the solid; nothing outside. A `maxMm` makes it faster: points
    /// deeper than that may be missed.
    std::optional<Depth> depthAt(const glm::vec3& point, float maxMm = kAnyDepth) const;

    /// The nearest point of the surface within `maxMm`, from inside or outside.
    std::optional<geometry::SurfacePoint> closestWithin(const glm::vec3& point, float maxMm) const;

    /// Distance in mm from the point to the solid, 0 within it.
    float distanceTo(const glm::vec3& point) const;

private:
    struct Piece
    {
        geometry::Bounds bounds;
        geometry::Surface surface;
    };
    std::vector<Piece> m_pieces;
    geometry::Bounds m_bounds;
};

/// A solid on one side: as written, or its mirror image on the left.
struct PlacedSolid
{
    const Solid* solid = nullptr;
    bool left = false;
    bool ownImage = false; ///< of the querying muscle: the exit is back across the median plane

    geometry::Bounds bounds() const;
    std::optional<Depth> depthAt(const glm::vec3& point, float maxMm = kAnyDepth) const;
    std::optional<geometry::SurfacePoint> closestWithin(const glm::vec3& point, float maxMm) const;
    float distanceTo(const glm::vec3& point) const;
};

/// Points evenly spread over a closed mesh, about one per `mm2` of its area and no fewer than
/// `minCount`; the same ones every time.
std::vector<glm::vec3> spreadOver(const geometry::Mesh& mesh, double mm2, std::size_t minCount);

/// From the point to the box, 0 within it.
float distance(const geometry::Bounds& bounds, const glm::vec3& point);
bool overlap(const geometry::Bounds& a, const geometry::Bounds& b);
/// The mirror image in the median plane X = 0.
geometry::Bounds mirrored(const geometry::Bounds& bounds);
glm::vec3 mirrored(const glm::vec3& point);

} // namespace knotmap::bake
