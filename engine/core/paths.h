#pragma once

#include "engine/core/result.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace knotmap::core {

/// One place that was looked at.
struct Candidate
{
    std::string what; ///< "assets", "atlas", "settings"
    std::filesystem::path path;
    std::string reason; ///< "--assets", "KNOTMAP_ASSETS", "beside the program", ...
    bool found = false;
};

/// Where the program's files lie.
struct Paths
{
    std::filesystem::path assets;      ///< folder with anatomy/ referral/ care/
    std::filesystem::path atlas;       ///< the baked file
    std::filesystem::path settings;    ///< folder for the user's settings; may not exist yet
    std::vector<Candidate> candidates; ///< everything that was tried, in order
};

/// Looks, in order: the folder asked for, the environment (KNOTMAP_ASSETS, KNOTMAP_ATLAS),
/// ../share/knotmap beside the program, the build folder, the source tree it was built from.
/// `assets` and `atlas` are empty when nothing was found. A folder asked for that does not exist
/// is an error.
Result<Paths> findPaths(const std::optional<std::filesystem::path>& askedAssets);

} // namespace knotmap::core
