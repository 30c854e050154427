#pragma once

#include "app/commands/state.h"

namespace knotmap::app {

/// Peels down, or covers up, to a layer; animated if motion is on.
void peelTo(AppState& state, anatomy::Layer layer);

/// Moves to another view, smoothly where motion is on.
void tweenCamera(AppState& state, const scene::Camera& to);
/// Advances the move; true while it continues. `nowS` is the shell's clock.
bool stepCamera(AppState& state, double nowS);
/// Advances the peeling likewise.
bool stepPeeling(AppState& state, double nowS);

/// Holds the body at a share of the movement from standing, 0, into the selected point's position,
/// 1; it stands until the position is solved.
void holdPosition(AppState& state, float share);
/// Lets it move from another share to where it is held, where motion is on.
void comeFrom(AppState& state, float share);
/// Steps the movement into a position likewise.
bool stepPosing(AppState& state, double nowS);

} // namespace knotmap::app
