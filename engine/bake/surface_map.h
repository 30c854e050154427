#pragma once

#include "engine/anatomy/catalogue.h"
#include "engine/body/atlas.h"
#include "engine/geometry/surface.h"

#include <vector>

namespace knotmap::bake {

/// Moves each landmark to the nearest point of the skin; a midline one stays as close to X = 0 as
/// the mesh allows.
std::vector<body::LandmarkPosition> placeLandmarks(const geometry::Surface& skin,
                                                   const anatomy::Catalogue& catalogue);

/// Fills `atlas.regions` and `atlas.skin.regions`: each vertex belongs to the region whose site
/// is nearest along the skin. Needs the atlas' landmarks and skin.
void partitionSkin(body::Atlas& atlas, const geometry::Surface& skin,
                   const anatomy::Catalogue& catalogue);

} // namespace knotmap::bake
