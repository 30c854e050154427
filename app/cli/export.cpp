#include "app/cli/export_body.h"
#include "app/cli/subcommands.h"
#include "engine/core/log.h"
#include "engine/core/output_file.h"
#include "engine/words/tr.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace knotmap::app {
namespace {

int exportTo(const Library& library, const std::string& file)
{
    if (const auto error = exportBody(library, file))
        return fail(*error);
    core::logInfo(trf("{}: {} nodes", file, library.atlas->instances.size() + 1));
    return 0;
}

} // namespace

void addExport(CLI::App& app, Invocation& invocation)
{
    const auto file = std::make_shared<std::string>();
    CLI::App* command = app.add_subcommand("export", tr("Write the body as binary glTF 2.0"));
    command->add_option("file", *file, tr("File to write, ending in .glb; - for standard output"))
        ->required();
    command->callback([&invocation, file] {
        if (const auto error = core::checkOutput(*file, {".glb"}))
            invocation.exitStatus = fail(*error);
        else if (const auto library = openLibrary(invocation))
            invocation.exitStatus = exportTo(*library, *file);
    });
}

} // namespace knotmap::app
