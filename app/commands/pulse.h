#pragma once

#include "app/commands/state.h"

namespace knotmap::app {

/// Starts a glow from the selected trigger point to its zone, if motion is on and there is a zone.
void startPulse(AppState& state);
/// Removes it from the picture.
void stopPulse(AppState& state);
/// Advances it by the shell's clock; true while it runs.
bool stepPulse(AppState& state, double nowS);

} // namespace knotmap::app
