#pragma once

#include "engine/body/atlas.h"
#include "engine/core/fault.h"

#include <filesystem>
#include <optional>

namespace knotmap::body {

/// Builds every mesh, the skin, the landmarks' places and the regions from the tables below
/// `assets`. Adds a fault for everything that cannot be built; with any fault there is no atlas.
/// Deterministic. About half a minute on two cores.
std::optional<Atlas> bake(const std::filesystem::path& assets, core::Faults& faults);

} // namespace knotmap::body
