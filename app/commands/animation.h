#pragma once

#include "app/commands/state.h"

namespace knotmap::app {

/// Peels down, or covers up, to a layer; smoothly where motion is on.
void peelTo(AppState& state, anatomy::Layer layer);

/// Remembers the camera and the cut for undo.
void rememberView(AppState& state);
/// Remembers the view and moves to another, smoothly where motion is on.
void moveCamera(AppState& state, const scene::Camera& to);
/// Moves to another view as a part of a change that the view was remembered for.
void tweenCamera(AppState& state, const scene::Camera& to);
/// Steps the move; true while it goes on. `nowS` is the shell's clock.
bool stepCamera(AppState& state, double nowS);
/// Steps the peeling likewise.
bool stepPeeling(AppState& state, double nowS);

/// Holds the body a share of the way from standing, 0, into the selected point's position, 1.
void holdPosition(AppState& state, float share);
/// Lets it come from another share to where it is held, where motion is on.
void comeFrom(AppState& state, float share);
/// Steps the way into a position likewise.
bool stepPosing(AppState& state, double nowS);

} // namespace knotmap::app
