#pragma once

#include "app/commands/state.h"

namespace knotmap::app {

/// The contents of the scene, derived from the state.
SceneRequest sceneRequestOf(const AppState& state);

/// The initial state: points placed, the whole body seen from three quarters behind.
AppState makeState(std::shared_ptr<const Library> library, core::Faults faults);

/// Frames the whole body, seen from three quarters, without a step to undo.
void frameWholeBody(AppState& state);
/// The picture is to be drawn again though the state stayed the same.
void pictureChanged(AppState& state);

/// Builds the scene anew after the selection, the position or the painful places changed.
void refreshScene(AppState& state);
/// Sets again how opaque everything is after the peeling, the skin or the cut changed; cheap.
void refreshAppearances(AppState& state);
/// Recomputes the list after the search or the grouping changed.
void refreshList(AppState& state);

} // namespace knotmap::app
