#pragma once

#include "app/model/placed_point.h"

namespace knotmap::app {

/// The direction that shows most of the contact, of the zone and of the whole body in its position,
/// past the body itself and its surroundings. It does not frame anything yet.
scene::Camera contactView(const Library& library, const PlacedPoint& placed,
                          const scene::Scene& scene);

} // namespace knotmap::app
