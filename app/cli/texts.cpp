#include "app/model/texts.h"
#include "app/cli/subcommands.h"
#include "engine/words/tr.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace knotmap::app {
namespace {

/// A text as a .po file writes it.
std::string quoted(const std::string& text)
{
    std::string out = "\"";
    for (const char letter : text) {
        if (letter == '"' || letter == '\\')
            out += '\\';
        out += letter == '\n' ? std::string("\\n") : std::string(1, letter);
    }
    return out + "\"";
}

} // namespace

void addTexts(CLI::App& app, Invocation& invocation)
{
    CLI::App* command = app.add_subcommand(
        "texts", tr("Print the texts of the data for translators, as a .pot file"));
    command->callback([&invocation] {
        const auto library = openTexts(invocation);
        if (!library)
            return;
        fmt::print("# Written by 'knotmap texts' from the tables below assets/.\n"
                   "msgid \"\"\nmsgstr \"\"\n"
                   "\"Content-Type: text/plain; charset=UTF-8\\n\"\n");
        for (const DataText& each : textsOf(*library))
            fmt::print("\n#. {}\nmsgid {}\nmsgstr \"\"\n", each.of, quoted(each.text));
    });
}

} // namespace knotmap::app
