#pragma once

#include "engine/body/atlas.h"
#include "engine/geometry/surface.h"
#include "engine/variants/skin_cover.h"

#include <vector>

namespace knotmap::variants {

/// `surface` is that of the atlas' skin.
SkinCover measureCover(const body::Atlas& atlas, const geometry::Surface& surface);

/// Distance of points to the nearest vertex of muscles and bones of both sides, minus the amount by
/// which the surface between the vertices may be nearer; capped at kFarMm. Points of the right side
/// or mirrored onto it.
std::vector<float> distancesToStructures(const body::Atlas& atlas,
                                         const std::vector<glm::vec3>& points);

} // namespace knotmap::variants
