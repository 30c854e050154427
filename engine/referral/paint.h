#pragma once

#include "engine/geometry/surface.h"
#include "engine/referral/point.h"

#include <array>
#include <cstdint>
#include <glm/vec2.hpp>
#include <optional>
#include <vector>

namespace knotmap::referral {

/// A stroke with known positions: through these points close to the skin, in mm.
struct PlacedStroke
{
    Strength strength = Strength::Essential;
    std::vector<glm::vec3> through;
    float radiusMm = 0;
};

/// The result of painting the skin.
struct Paint
{
    /// One pair per skin vertex: distance in mm to the edge of the essential (x) and of the
    /// spillover zone (y); negative inside, at most kFarFromZone.
    std::vector<glm::vec2> edgeDistance;
};

inline constexpr float kFarFromZone = 30;

/// A vertex of the skin and how far it lies from a path on the skin, in mm.
struct PathDistance
{
    std::uint32_t vertex = 0;
    float mm = 0;
};

/// The vertices within `reachMm` of the path along the skin through some places close to it, by
/// vertex. Measured to be rather too near than too far, for what must not be pressed: straight
/// through the flesh, unless the way along the skin is longer by more than a third or so, as it is
/// to the other side of a limb.
std::vector<PathDistance> distancesToPath(const geometry::Surface& skin,
                                          const std::vector<glm::vec3>& through, float reachMm);

/// Paints strokes on the skin: everything within a stroke's radius of its path is coloured,
/// measured along the skin, so that nothing is coloured through the body.
Paint paint(const geometry::Surface& skin, const std::vector<PlacedStroke>& strokes);

/// A dot of the spillover's stipple.
struct Dot
{
    glm::vec3 position{0}, normal{0, 1, 0};
    std::array<std::uint32_t, 3> corners{}; ///< skin vertices of the triangle it lies in
    glm::vec3 barycentric{0};
};

/// Dots spread evenly (Poisson disc, by dart throwing; the same every time) over the spillover
/// zone, whole dots only, clear of the essential zone.
std::vector<Dot> stipple(const geometry::Surface& skin, const Paint& paint, float spacingMm,
                         float dotRadiusMm);

/// Area of the zone in mm2.
double zoneArea(const geometry::Surface& skin, const Paint& paint, Strength strength);

} // namespace knotmap::referral
