#pragma once

#include "engine/anatomy/joint.h"
#include "engine/body/atlas.h"

#include <cstdint>
#include <vector>

namespace knotmap::body {

/// The joints of both sides: each paired one twice, right before left, a parent before its
/// children.
std::vector<JointInstance> placeJoints(const std::vector<anatomy::Joint>& joints);

/// The joint of the other side; one on the midline is its own.
std::uint32_t oppositeJoint(const std::vector<JointInstance>& joints, std::uint32_t joint);

/// Fills the weights of every shape that has none. A bone moves with the joint that carries it. A
/// muscle is shared among the joints on the way from its origins to its insertions, each vertex
/// by how near their bones are: 1 / (d + 2 mm)^3. Needs `atlas.joints`.
void weighShapes(Atlas& atlas, const std::vector<anatomy::Joint>& joints);

/// Fills the skin's weights: those of the muscle or bone beneath, smoothed along the skin, so that
/// what lies near but is not joined, as finger to finger, does not mix. Symmetric to the last bit.
/// Needs the shapes' weights.
void weighSkin(Atlas& atlas);

} // namespace knotmap::body
