#pragma once

#include "app/commands/state.h"

namespace knotmap::app {

/// The region of the skin under a ray, with its side.
std::optional<PainRegion> regionUnder(const AppState& state, const scene::Ray& ray);

} // namespace knotmap::app
