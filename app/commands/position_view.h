#pragma once

#include "app/commands/state.h"

namespace knotmap::app {

/// Shows knot, zone and tool best, of the standing body or in its position.
void showBestView(AppState& state, const PlacedPoint& placed);

/// Brings the body from a share of the movement into the position, which is solved, to where it is
/// to be held, and the camera to the best view of it.
void enterPosition(AppState& state, float from);

} // namespace knotmap::app
