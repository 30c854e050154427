#pragma once

#include "app/commands/state.h"

namespace knotmap::app {

/// The body asked for last, which may still be being built.
variants::Build askedBuild(const AppState& state);
/// Has a worker build another body; finishBuild shows it.
core::Outcome changeBuild(AppState& state, const variants::Build& build);
/// Shows the body under way once it is built (or waits for it): points and zones are placed on it
/// anew, selection and view stay. Whether the body changed.
core::Result<bool> finishBuild(AppState& state, bool wait = false);

} // namespace knotmap::app
