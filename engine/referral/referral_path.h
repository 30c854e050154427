#pragma once

#include "engine/geometry/surface.h"

#include <glm/vec2.hpp>
#include <vector>

namespace knotmap::referral {

/// The skin's coordinates along the path from a trigger point to its zone.
struct SkinPath
{
    /// One pair a skin vertex, in mm: x along the skin from `from`, much further than any
    /// way far past the zone; y beside the nearest of the
    /// shortest ways to the parts of the zone, at most kFarFromPath.
    std::vector<glm::vec2> coordinates;
    float lengthMm = 0; ///< to the far end of the zone
};

inline constexpr float kFarFromPath = 60;

/// The paths from a point of the skin to each part of a zone, measured along the skin.
/// `edgeDistance` is a Paint's: the essential zone is the target, or the spillover if there is no
/// essential one. Empty if the zone is empty or the skin has no vertices.
SkinPath pathToZone(const geometry::Surface& skin, const glm::vec3& from,
                    const std::vector<glm::vec2>& edgeDistance);

} // namespace knotmap::referral
