#pragma once

#include "engine/anatomy/joint.h"
#include "engine/body/atlas.h"

#include <cstdint>
#include <vector>

namespace knotmap::bake {

/// Fills the weights of every shape, and of the skin, where there are none. Needs `atlas.joints`. A
/// bone moves with the joint that carries it. A muscle is shared among the joints between its
/// origins and its insertions, each vertex weighted by the distance d to their bones: 1 / (d + 2
/// mm)^3. The skin takes the weights of the muscle or bone beneath, smoothed along it, so that
/// parts that are close but not joined, such as two fingers, do not mix; symmetric to the last bit.
/// A muscle's vertices near the skin then move with the skin. The rotation of the forearm is
/// distributed along it.
void weigh(body::Atlas& atlas, const std::vector<anatomy::Joint>& joints);

} // namespace knotmap::bake
