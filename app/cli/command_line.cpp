#include "app/cli/command_line.h"

#include "app/cli/global_options.h"
#include "app/cli/language.h"
#include "app/cli/subcommands.h"
#include "app/model/settings.h"
#include "app/model/texts.h"
#include "app/shell/window.h"
#include "engine/core/log.h"
#include "engine/core/standard_streams.h"
#include "engine/words/tr.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <fmt/format.h>

namespace knotmap::app {
namespace {

/// The words that the help has of its own. What CLI11 says of a call that it cannot parse is
/// English in every language.
void translateHelp(CLI::App& app)
{
    for (const char* label : {mark("Usage"), mark("OPTIONS"), mark("SUBCOMMAND"), mark("REQUIRED"),
                              mark("Positionals"), mark("Env"), mark("Needs"), mark("Excludes")})
        app.get_formatter()->label(label, tr(label));
    app.option_defaults()->group(tr("Options"));
    app.set_help_flag("-h,--help", tr("Print this help message and exit"));
    app.set_version_flag("--version", KNOTMAP_VERSION,
                         tr("Display program version information and exit"));
}

void addSubcommands(CLI::App& app, Invocation& invocation)
{
    for (const auto add : {addList, addShow, addFind, addRender, addCheck, addExport, addBench,
                           addPaths, addBake, addTexts})
        add(app, invocation);
    for (CLI::App* command : app.get_subcommands({}))
        command->group(tr("Subcommands"));
}

int openWindow(Invocation& invocation, const WindowOptions& asked)
{
    const auto given = buildOf(invocation);
    if (!given)
        return misused(given.error());
    const auto paths = core::findPaths(invocation.assets);
    if (!paths)
        return fail(paths.error());
    WindowOptions options = asked;
    options.settings = paths->settings;
    if (paths->settings.empty())
        core::logWarning(fmt::format("knotmap: {}", tr(core::kNoSettingsFolder)));
    // The body of last time, save what was asked for now.
    variants::Build build = readSettings(paths->settings, options.faults).build;
    for (const core::Fault& fault : options.faults)
        core::logWarning("knotmap: " + fault.text());
    if (!invocation.body.empty())
        build.sex = given->sex;
    if (!invocation.height.empty())
        build.heightMm = given->heightMm;
    if (!invocation.build.empty())
        build.mass = given->mass;
    auto library = loadLibrary(*paths, options.faults, build);
    if (!library)
        return fail(library.error());
    options.library = translated(*library);
    return runWindow(options);
}

int parseAndRun(int argc, char** argv)
{
    CLI::App app{
        tr("Knotmap shows where muscle knots send their pain: pick a trigger point and see "
           "its zone of referred\npain, the tool that suits it and the position to work on "
           "it in. Without a subcommand the window opens.")};
    app.name("knotmap");
    translateHelp(app);
    Invocation invocation;
    WindowOptions window;
    declareGlobals(app, invocation);
    app.add_option("--point", window.point,
                   tr("Point to show first, such as upper-trapezius-1.left"));
    app.add_option("--replay", window.replay, tr("File of commands to run, one per line"));
    addSubcommands(app, invocation);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& problem) {
        return app.exit(problem) == 0 ? 0 : kUsage;
    }
    if (app.get_subcommands().empty())
        return openWindow(invocation, window);
    return invocation.exitStatus;
}

} // namespace

int runCommandLine(int argc, char** argv)
{
    const auto catalogue = chooseCatalogue(argc, argv);
    if (!catalogue)
        return misused(catalogue.error());
    const words::UseCatalogue use(*catalogue);
    int status = 1;
    std::error_code lost;
    try {
        status = parseAndRun(argc, argv);
    } catch (const std::system_error& problem) {
        if (std::ferror(stdout) == 0)
            throw;
        lost = problem.code(); // fmt::print failed to write
    }
    if (const auto error = core::finishStandardOutput(lost)) {
        fail(*error);
        return status == 0 ? 1 : status;
    }
    return status;
}

} // namespace knotmap::app
