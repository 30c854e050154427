#include "engine/bake/bake.h"
#include "app/cli/subcommands.h"
#include "engine/body/atlas_file.h"
#include "engine/core/log.h"
#include "engine/core/output_file.h"
#include "engine/words/tr.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace knotmap::app {
namespace {

int bakeTo(const core::Paths& paths, const std::string& file, const std::string& draftOf)
{
    if (const auto error = core::checkOutput(file, {".atlas"}))
        return fail(*error);
    if (paths.assets.empty())
        return fail(tr("no assets folder was found; name one with --assets"));
    bake::Earlier earlier;
    if (!draftOf.empty()) {
        auto read = bake::readEarlier(draftOf);
        if (!read)
            return fail(read.error());
        earlier = std::move(*read);
    }
    core::Faults faults;
    const auto atlas = bake::bake(paths.assets, faults, draftOf.empty() ? nullptr : &earlier);
    for (const core::Fault& fault : faults)
        core::logError(fault.text());
    if (!atlas)
        return fail(trn("{} fault in the tables; nothing was baked, {} is as it was",
                        "{} faults in the tables; nothing was baked, {} is as it was",
                        faults.size(), faults.size(), file));
    if (const auto error = body::writeAtlas(*atlas, file))
        return fail(*error);
    core::logInfo(trf("{}: {} structures, {} landmarks, skin with {} triangles", file,
            atlas->instances.size(), atlas->landmarks.size(), atlas->skin.mesh.triangleCount()));
    return 0;
}

} // namespace

void addBake(CLI::App& app, Invocation& invocation)
{
    const auto file = std::make_shared<std::string>();
    const auto draftOf = std::make_shared<std::string>();
    CLI::App* command =
        app.add_subcommand("bake", tr("Build the body from the tables in assets/anatomy (the "
                                      "program's build does this for you)"));
    command
        ->add_option("-o,--output", *file,
                     tr("File to write, ending in .atlas; - for standard output"))
        ->required();
    command->add_option(
        "--draft", *draftOf,
        tr("Earlier bake: keep its skin and everything whose table is older than it"));
    command->callback([&invocation, file, draftOf] {
        const auto paths = core::findPaths(invocation.assets);
        invocation.exitStatus = paths ? bakeTo(*paths, *file, *draftOf) : fail(paths.error());
    });
}

} // namespace knotmap::app
