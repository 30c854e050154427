#pragma once

#include "app/commands/state.h"

namespace knotmap::app {

/// Fits the cut to the body as it now stands or lies; after the scene was composed anew.
void refitCut(AppState& state);

} // namespace knotmap::app
