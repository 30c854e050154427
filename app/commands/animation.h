#pragma once

#include "app/commands/state.h"

namespace knotmap::app {

/// Peels down, or covers up, to a layer; animated if motion is on.
void peelTo(AppState& state, anatomy::Layer layer);

/// Remembers the camera and the cut for undo.
void rememberView(AppState& state);
/// Remembers the view and moves to another, animated if motion is on.
void moveCamera(AppState& state, const scene::Camera& to);
/// Moves to another view as part of a change for which the view was already remembered.
void tweenCamera(AppState& state, const scene::Camera& to);
/// Advances the move; true while it continues. `nowS` is the shell's clock.
bool stepCamera(AppState& state, double nowS);
/// Advances the peeling likewise.
bool stepPeeling(AppState& state, double nowS);

/// Holds the body at a fraction of the movement from standing, 0, into the selected point's
/// position, 1.
void holdPosition(AppState& state, float share);
/// Animates it from another fraction to where it is held, if motion is on.
void comeFrom(AppState& state, float share);
/// Advances the movement into a position likewise.
bool stepPosing(AppState& state, double nowS);

} // namespace knotmap::app
