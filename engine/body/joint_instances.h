#pragma once

#include "engine/anatomy/joint.h"
#include "engine/body/atlas.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace knotmap::body {

/// The joints of both sides: each paired one twice, right before left, a parent before its
/// children.
std::vector<JointInstance> placeJoints(const std::vector<anatomy::Joint>& joints);

/// The joint with that key on a side; one on the midline answers to every side.
std::optional<std::uint32_t> findJoint(const std::vector<JointInstance>& joints,
                                       const anatomy::JointKey& key, core::Side side);

/// The joint of the other side; one on the midline is its own.
std::uint32_t oppositeJoint(const std::vector<JointInstance>& joints, std::uint32_t joint);

/// The same for all joints.
std::vector<std::uint32_t> oppositeJoints(const std::vector<JointInstance>& joints);

} // namespace knotmap::body
