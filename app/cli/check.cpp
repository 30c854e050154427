#include "app/cli/subcommands.h"
#include "app/model/check.h"
#include "engine/body/atlas_file.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace knotmap::app {
namespace {

int check(const Invocation& invocation, const std::string& folder) {
    const auto build = buildOf(invocation);
    if (!build)
        return misused(build.error());
    const std::optional<std::filesystem::path> asked =
        folder.empty() ? invocation.assets : std::filesystem::path(folder);
    const auto paths = core::findPaths(asked);
    if (!paths)
        return fail(paths.error());
    if (paths->assets.empty())
        return fail("no assets folder was found; name one: knotmap check DIR");
    std::shared_ptr<const body::Atlas> atlas;
    if (auto read = body::readAtlas(paths->atlas))
        atlas = *read;
    else
        fmt::print(stderr, "knotmap: {}\nknotmap: what only the built body tells was not "
                           "checked\n",
                   read.error().message);
    core::Faults faults = checkData(paths->assets, atlas, *build);
    if (atlas)
        fmt::print(stderr, "{}", checkFit(*atlas, faults));
    for (const core::Fault& fault : faults)
        fmt::print("{}\n", fault.text());
    fmt::print(stderr, "knotmap: {} fault{} in {}\n", faults.size(), faults.size() == 1 ? "" : "s",
               paths->assets.string());
    return faults.empty() ? 0 : 1;
}

} // namespace

void addCheck(CLI::App& app, Invocation& invocation) {
    const auto folder = std::make_shared<std::string>();
    CLI::App* command =
        app.add_subcommand("check", "Report every fault in the data, with file, line and column");
    command->add_option("dir", *folder, "Assets folder to check [the program's own]");
    command->callback(
        [&invocation, folder] { invocation.exitStatus = check(invocation, *folder); });
}

} // namespace knotmap::app
