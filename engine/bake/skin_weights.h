#pragma once

#include "engine/body/atlas.h"

namespace knotmap::bake {

/// The four largest of one weight per joint, as integers that add up to 255.
body::JointWeights strongest(const float* shares, std::size_t count);

/// Fills the skin's weights: those of the muscle or bone beneath, smoothed along the skin.
/// Symmetric to the last bit. Needs the shapes' weights and `atlas.joints`.
void weighSkin(body::Atlas& atlas);

} // namespace knotmap::bake
