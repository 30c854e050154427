#pragma once

#include "engine/core/result.h"
#include "engine/words/tr.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace knotmap::core {

/// One location that was tried.
struct Candidate
{
    std::string what; ///< "assets", "atlas", "settings"
    std::filesystem::path path;
    std::string reason; ///< "--assets", "KNOTMAP_ASSETS", "beside the program", ...
    bool found = false;
};

/// Why settings are neither read nor written where Paths::settings is empty.
inline constexpr std::string_view kNoSettingsFolder =
    mark("settings are not kept: neither XDG_CONFIG_HOME nor HOME names a folder by its full path");

/// Where the program's files are.
struct Paths
{
    std::filesystem::path assets;      ///< folder with anatomy/ referral/ care/
    std::filesystem::path atlas;       ///< the baked file
    std::filesystem::path settings;    ///< folder for the user's settings; may not exist yet;
                                       ///< empty where there is none (kNoSettingsFolder)
    std::vector<Candidate> candidates; ///< everything that was tried, in order
};

/// The folders that may hold the catalogues of translations, the best first: lang/ of
/// ../share/knotmap beside the program, lang/ of the build folder.
std::vector<std::filesystem::path> catalogueFolders();

/// Looks, in order, in: the folder asked for, the environment (KNOTMAP_ASSETS, KNOTMAP_ATLAS),
/// ../share/knotmap beside the program, the build folder, the source tree it was built from.
/// `assets` and `atlas` are empty when nothing was found. A requested folder that does not exist is
/// an error. Settings are in knotmap/ of XDG_CONFIG_HOME, else in .config/knotmap/ of HOME; a
/// relative path is ignored, as the XDG Base Directory Specification requires.
Result<Paths> findPaths(const std::optional<std::filesystem::path>& askedAssets);

} // namespace knotmap::core
