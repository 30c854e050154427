#include "app/cli/language.h"

#include "engine/core/nearest.h"
#include "engine/core/paths.h"
#include "engine/words/language.h"
#include "engine/words/tr.h"

#include <cstdlib>
#include <fmt/format.h>
#include <fstream>
#include <sstream>

namespace knotmap::app {
namespace {

constexpr std::string_view kOption = "--language";

struct Asked
{
    std::optional<std::string> language;
    bool json = false;
};

Asked askedIn(int argc, const char* const* argv)
{
    Asked asked;
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        if (argument == "--")
            break;
        if (argument == "--json")
            asked.json = true;
        else if (argument == kOption && i + 1 < argc)
            asked.language = argv[++i];
        else if (argument.substr(0, kOption.size() + 1) == std::string(kOption) + "=")
            asked.language = argument.substr(kOption.size() + 1);
    }
    return asked;
}

std::optional<words::Catalogue> read(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return std::nullopt;
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return words::Catalogue::parse(bytes.str());
}

std::string environment(const char* name)
{
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
}

} // namespace

core::Result<words::Catalogue> chooseCatalogue(int argc, const char* const* argv)
{
    const Asked asked = askedIn(argc, argv);
    const auto folders = core::catalogueFolders();
    for (const std::string& code : words::wantedLanguages(asked.language, environment)) {
        if (words::isEnglish(code))
            break;
        for (const auto& folder : folders)
            if (auto catalogue = read(words::catalogueFile(folder, code)))
                return asked.json ? words::Catalogue() : std::move(*catalogue);
    }
    if (!asked.language || words::isEnglish(*asked.language))
        return words::Catalogue();
    auto known = words::languagesIn(folders);
    known.emplace_back("en");
    return core::Error{fmt::format(
        "{}: {}", kOption, core::unknownName(mark("language"), *asked.language, known).message)};
}

} // namespace knotmap::app
