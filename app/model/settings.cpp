#include "app/model/settings.h"

#include "engine/core/output_file.h"
#include "engine/core/paths.h"
#include "engine/data/document.h"
#include "engine/words/tr.h"

#include <fmt/format.h>

namespace knotmap::app {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFile = "settings.toml";

/// A value written as on the command line; what cannot be parsed is reported.
template <typename Value, typename Parse>
void take(const data::Table& table, const char* key, Value& value, const Parse& parse)
{
    if (!table.has(key))
        return;
    const std::string text = table.text(key);
    if (text.empty())
        return;
    if (const auto read = parse(text))
        value = *read;
    else
        table.fault(key, trf("{}; the default is used", read.error().message));
}

} // namespace

Settings readSettings(const fs::path& folder, core::Faults& faults)
{
    Settings settings;
    const fs::path file = folder / kFile;
    std::error_code error;
    if (folder.empty() || !fs::exists(file, error))
        return settings;
    const auto document = data::Document::read(file, file.string(), faults);
    if (!document)
        return settings;
    const data::Table root = document->root();
    if (const auto table = root.table("body", data::Need::Optional)) {
        take(*table, "sex", settings.build.sex, variants::parseSex);
        take(*table, "height", settings.build.heightMm, variants::parseHeight);
        take(*table, "build", settings.build.mass, variants::parseMass);
        table->rejectUnknownKeys();
    }
    root.rejectUnknownKeys();
    return settings;
}

core::Outcome writeSettings(const fs::path& folder, const Settings& settings)
{
    if (folder.empty())
        return core::Error{tr(core::kNoSettingsFolder)};
    const variants::Build& build = settings.build;
    const std::string height =
        build.heightMm > 0 ? fmt::format("{:.0f}mm", build.heightMm) : std::string("own");
    std::error_code error;
    fs::create_directories(folder, error); // if that fails the file cannot be written either
    return core::writeOutput(
        folder / kFile, fmt::format("# What Knotmap remembers from one start to the next.\n[body]\n"
                                    "sex = \"{}\"\nheight = \"{}\"\nbuild = \"{}\"\n",
                                    variants::sexName(build.sex), height, build.mass));
}

} // namespace knotmap::app
