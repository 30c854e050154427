#pragma once

#include "app/model/placed_point.h"

namespace knotmap::app {

/// The direction from which most is seen of what presses, of the zone and of the whole body in its
/// position, past the body itself and what stands about it. It frames nothing yet.
scene::Camera contactView(const Library& library, const PlacedPoint& placed,
                          const scene::Scene& scene);

} // namespace knotmap::app
