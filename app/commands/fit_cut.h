#pragma once

#include "app/commands/state.h"

namespace knotmap::app {

/// Fits the cut to the body in its current pose; call after the scene was recomposed.
void refitCut(AppState& state);

} // namespace knotmap::app
