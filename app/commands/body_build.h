#pragma once

#include "app/commands/state.h"

namespace knotmap::app {

/// The body requested last, which may still be under construction.
variants::Build askedBuild(const AppState& state);
/// Starts a worker that builds another body; finishBuild shows it.
core::Outcome changeBuild(AppState& state, const variants::Build& build);
/// Shows the body under construction once it is built (or waits for it): points and zones are
/// placed on it anew, selection and view stay. Returns whether the body changed.
core::Result<bool> finishBuild(AppState& state, bool wait = false);

} // namespace knotmap::app
