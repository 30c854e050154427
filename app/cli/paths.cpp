#include "app/cli/subcommands.h"
#include "engine/words/tr.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace knotmap::app {

void addPaths(CLI::App& app, Invocation& invocation)
{
    CLI::App* command =
        app.add_subcommand("paths", tr("Show where assets, data and settings were looked for"));
    command->callback([&invocation] {
        const auto paths = core::findPaths(invocation.assets);
        if (!paths) {
            invocation.exitStatus = fail(paths.error());
            return;
        }
        for (const core::Candidate& candidate : paths->candidates)
            fmt::print("{:<9} {:<9} {}  ({})\n", candidate.what,
                       candidate.found ? tr("found") : tr("not found"),
                       candidate.path.empty() ? "-" : candidate.path.string(), candidate.reason);
    });
}

} // namespace knotmap::app
