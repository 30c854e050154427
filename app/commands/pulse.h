#pragma once

#include "app/commands/state.h"

namespace knotmap::app {

/// Lets a glow run from the selected knot to its zone, where motion is on and there is a zone.
void startPulse(AppState& state);
/// Takes it out of the picture.
void stopPulse(AppState& state);
/// Brings it on by the shell's clock; true while it runs.
bool stepPulse(AppState& state, double nowS);

} // namespace knotmap::app
