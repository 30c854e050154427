#pragma once

#include "engine/body/atlas.h"
#include "engine/core/fault.h"
#include "engine/core/result.h"

#include <filesystem>
#include <memory>
#include <optional>

namespace knotmap::bake {

/// An earlier bake from which a draft takes everything unchanged.
struct Earlier
{
    std::shared_ptr<const body::Atlas> atlas;
    std::filesystem::file_time_type made; ///< tables written later than this are rebuilt
};

/// Reads an earlier bake and its time of creation.
core::Result<Earlier> readEarlier(const std::filesystem::path& atlasFile);

/// Builds every mesh, the skin, the landmark positions and the regions from the tables below
/// `assets`. Adds a fault for everything that cannot be built; with any fault there is no atlas.
/// Deterministic. About half a minute on two cores.
/// With `earlier` it makes a draft, for checking a few corrected tables within seconds: the skin,
/// the landmarks and the regions are taken over as they are, and so is each structure whose table
/// is older than that atlas.
std::optional<body::Atlas> bake(const std::filesystem::path& assets, core::Faults& faults,
                                const Earlier* earlier = nullptr);

} // namespace knotmap::bake
