#pragma once

#include "app/commands/state.h"
#include "engine/core/result.h"

namespace knotmap::app {

/// Has the selected point's position solved, where it is not known: on a worker thread, or at once
/// where no thread can be made. With `keepView` the camera stays when the body takes the position.
void solveBeside(AppState& state, bool keepView = false);

/// Takes a position whose worker has finished: the body moves into it if that is still wanted.
/// Returns whether one was taken; an error, and the body stands, where the position cannot be
/// shown. With `wait` until it has finished.
core::Result<bool> takePosition(AppState& state, bool wait = false);

} // namespace knotmap::app
