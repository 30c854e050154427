#pragma once

#include "app/commands/state.h"

namespace knotmap::app {

/// The contents of the scene, derived from the state.
SceneRequest sceneRequestOf(const AppState& state);

/// The initial state: points placed, the whole body seen from three quarters behind.
AppState makeState(std::shared_ptr<const Library> library, core::Faults faults);

/// Recomposes the scene after the selection, the position or the painful regions changed.
void refreshScene(AppState& state);
/// Updates what is visible after the peeling, the skin, the trigger points or what is hidden
/// changed; cheap.
void refreshAppearances(AppState& state);
/// Recomputes the list after the search or the grouping changed.
void refreshList(AppState& state);

} // namespace knotmap::app
