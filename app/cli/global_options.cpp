#include "app/cli/global_options.h"

#include "engine/words/tr.h"

#include <CLI/CLI.hpp>

namespace knotmap::app {

void declareGlobals(CLI::App& app, Invocation& invocation)
{
    app.add_option_function<std::string>(
        "--assets", [&invocation](const std::string& folder) { invocation.assets = folder; },
        tr("Folder with anatomy/, referral/ and care/"));
    const auto addText = [&](const char* name, std::string& text, const char* values,
                             const char* help) {
        app.add_option_function<std::string>(
               name, [&text](const std::string& given) { text = given; }, help)
            ->type_name(values);
    };
    addText("--body", invocation.body, "female|male",
            tr("Whose body to show [male; in the window, the last one used]"));
    addText("--height", invocation.height, "140cm..210cm|own",
            tr("Its height with a unit: 1650mm or 165cm [its own]"));
    addText("--build", invocation.build, "slim|average|heavy|0..1",
            tr("How heavy it is; 0.5 is average [average]"));
    // Heeded by chooseCatalogue, before anything else is read.
    app.add_option_function<std::string>(
           "--language", [](const std::string&) {},
           tr("Language of all that is said, such as en [LANGUAGE, LC_ALL, LC_MESSAGES or LANG]"))
        ->type_name("CODE");
    app.fallthrough();
    app.require_subcommand(0, 1);
}

} // namespace knotmap::app
