#pragma once

#include "engine/anatomy/joint.h"
#include "engine/anatomy/structure.h"
#include "engine/core/fault.h"

#include <filesystem>
#include <vector>

namespace knotmap::anatomy {

/// Reads assets/anatomy/joints.toml below `assets`. A parent comes before its children. A joint
/// that hangs on none or itself, a bone that is unknown, carried twice or not at all, an unknown
/// part or kind, the key of another joint, an axis of no length and limits back to front are
/// appended to `faults`.
std::vector<Joint> loadJoints(const std::filesystem::path& assets,
                              const std::vector<Structure>& structures, core::Faults& faults);

} // namespace knotmap::anatomy
