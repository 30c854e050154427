#include "app/cli/command_line.h"

#include "app/cli/subcommands.h"
#include "app/shell/window.h"

#include <CLI/CLI.hpp>

namespace knotmap::app {
namespace {

constexpr int kUsage = 2;

void addSubcommands(CLI::App& app, Invocation& invocation) {
    for (const auto add : {addList, addShow, addFind, addRender, addCheck, addExport, addBench,
                           addPaths, addBake})
        add(app, invocation);
}

int openWindow(Invocation& invocation, const WindowOptions& asked) {
    const auto build = buildOf(invocation);
    if (!build)
        return fail(build.error());
    const auto paths = core::findPaths(invocation.assets);
    if (!paths)
        return fail(paths.error());
    WindowOptions options = asked;
    auto library = loadLibrary(*paths, options.faults, *build);
    if (!library)
        return fail(library.error());
    options.library = *library;
    return runWindow(options);
}

} // namespace

int runCommandLine(int argc, char** argv) {
    CLI::App app{"Knotmap shows where muscle knots send their pain: pick a trigger point and see "
                 "its referral zone,\nthe tool that suits it and the position to work on it in. "
                 "With no subcommand it opens the window."};
    app.name("knotmap");
    app.set_version_flag("--version", KNOTMAP_VERSION);
    Invocation invocation;
    WindowOptions window;
    app.add_option_function<std::string>(
        "--assets", [&](const std::string& folder) { invocation.assets = folder; },
        "Folder with anatomy/, referral/ and care/");
    const auto addText = [&](const char* name, std::string& text, const char* help) {
        app.add_option_function<std::string>(
            name, [&text](const std::string& given) { text = given; }, help);
    };
    addText("--body", invocation.body, "Whose body: female or male [male]");
    addText("--height", invocation.height, "Its height, with the unit: 1650mm or 165cm [its own]");
    addText("--build", invocation.build, "slim, average, heavy or a number from 0 to 1 [average]");
    app.add_option("--point", window.point, "Point to show first, such as upper-trapezius-1.left");
    app.add_option("--replay", window.replay, "File of commands to run, one a line");
    app.fallthrough();
    app.require_subcommand(0, 1);
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

} // namespace knotmap::app
