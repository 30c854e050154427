#pragma once

#include "engine/anatomy/catalogue.h"
#include "engine/body/atlas.h"
#include "engine/geometry/surface.h"

#include <vector>

namespace knotmap::body {

/// Moves each landmark to the nearest place on the skin; a midline one stays at X = 0 as nearly
/// as the mesh allows.
std::vector<LandmarkPlace> placeLandmarks(const geometry::Surface& skin,
                                          const anatomy::Catalogue& catalogue);

/// Fills `atlas.regions` and `atlas.skin.regions`: each vertex belongs to the region whose site
/// is nearest along the skin. Needs the atlas' landmarks and skin.
void partitionSkin(Atlas& atlas, const geometry::Surface& skin,
                   const anatomy::Catalogue& catalogue);

} // namespace knotmap::body
