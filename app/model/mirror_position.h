#pragma once

#include "app/model/solved_position.h"

namespace knotmap::app {

/// The same point on the other side of the body, which is its mirror image.
PlacedPoint mirrored(const PlacedPoint& placed);

/// The image of a position in the median plane, with all that stands about it.
SolvedPosition mirrored(const Library& library, const SolvedPosition& solved);

} // namespace knotmap::app
