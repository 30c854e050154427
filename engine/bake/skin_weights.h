#pragma once

#include "engine/body/atlas.h"

namespace knotmap::bake {

/// Fills the skin's weights: those of the muscle or bone beneath, smoothed along the skin.
/// Symmetric to the last bit. Needs the shapes' weights and `atlas.joints`.
void weighSkin(body::Atlas& atlas);

} // namespace knotmap::bake
