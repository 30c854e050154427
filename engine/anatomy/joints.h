#pragma once

#include "engine/anatomy/joint.h"
#include "engine/anatomy/structure.h"
#include "engine/core/fault.h"

#include <filesystem>
#include <vector>

namespace knotmap::anatomy {

/// Reads assets/anatomy/joints.toml below `assets`. A parent comes before its children. A joint
/// with no parent or itself as parent, a bone that is unknown, carried twice or not at all, an axis
/// of zero length and reversed limits are appended to `faults`.
std::vector<Joint> loadJoints(const std::filesystem::path& assets,
                              const std::vector<Structure>& structures, core::Faults& faults);

} // namespace knotmap::anatomy
