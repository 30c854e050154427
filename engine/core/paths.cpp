#include "engine/core/paths.h"

#include "engine/words/tr.h"

#include <cstdlib>
#include <fmt/format.h>

namespace knotmap::core {
namespace {

namespace fs = std::filesystem;

constexpr const char* kAtlasName = "body.atlas";

fs::path programFolder()
{
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    return error ? fs::path() : program.parent_path();
}

fs::path environment(const char* name)
{
    const char* value = std::getenv(name);
    return value == nullptr ? fs::path() : fs::path(value);
}

fs::path settingsFolder()
{
    if (const fs::path config = environment("XDG_CONFIG_HOME"); config.is_absolute())
        return config / "knotmap";
    if (const fs::path home = environment("HOME"); home.is_absolute())
        return home / ".config" / "knotmap";
    return {};
}

bool isAssets(const fs::path& folder)
{
    std::error_code error;
    return fs::is_directory(folder / "anatomy", error);
}

bool isFile(const fs::path& file)
{
    std::error_code error;
    return fs::is_regular_file(file, error);
}

/// Tries one location; the first that exists wins.
template <typename Test>
void consider(Paths& paths, fs::path& chosen, std::string what, const fs::path& path,
              std::string reason, Test test)
{
    if (path.empty())
        return;
    const bool found = test(path);
    paths.candidates.push_back({std::move(what), path, std::move(reason), found});
    if (found && chosen.empty())
        chosen = path;
}

} // namespace

std::vector<fs::path> catalogueFolders()
{
    const fs::path program = programFolder();
    return {(program / ".." / "share" / "knotmap" / "lang").lexically_normal(), program / "lang"};
}

Result<Paths> findPaths(const std::optional<fs::path>& askedAssets)
{
    Paths paths;
    const fs::path program = programFolder();
    const fs::path shared = program / ".." / "share" / "knotmap";
    if (askedAssets) {
        consider(paths, paths.assets, "assets", *askedAssets, "--assets", isAssets);
        if (paths.assets.empty())
            return Error{trf("{}: no Knotmap assets here (a folder with anatomy/, "
                             "referral/ and care/); name another with --assets",
                             askedAssets->string())};
    } else if (const fs::path named = environment("KNOTMAP_ASSETS"); !named.empty()) {
        consider(paths, paths.assets, "assets", named, "KNOTMAP_ASSETS", isAssets);
        if (paths.assets.empty())
            return Error{trf("{}: KNOTMAP_ASSETS names this folder, but it holds no "
                             "Knotmap assets; correct or unset it",
                             named.string())};
    }
    consider(paths, paths.assets, "assets", (shared / "assets").lexically_normal(),
             tr("beside the program"), isAssets);
    consider(paths, paths.assets, "assets", fs::path(KNOTMAP_SOURCE_DIR) / "assets",
             tr("source tree"), isAssets);

    consider(paths, paths.atlas, "atlas", environment("KNOTMAP_ATLAS"), "KNOTMAP_ATLAS", isFile);
    consider(paths, paths.atlas, "atlas", (shared / kAtlasName).lexically_normal(),
             tr("beside the program"), isFile);
    consider(paths, paths.atlas, "atlas", program / kAtlasName, tr("build folder"), isFile);

    paths.settings = settingsFolder();
    std::error_code error;
    const bool known = !paths.settings.empty();
    paths.candidates.push_back({"settings", paths.settings, known ? "user" : tr(kNoSettingsFolder),
                                known && fs::is_directory(paths.settings, error)});
    return paths;
}

} // namespace knotmap::core
