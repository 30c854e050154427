#include "engine/words/language.h"

#include <algorithm>
#include <set>

namespace knotmap::words {
namespace {

namespace fs = std::filesystem;

constexpr const char* kCatalogueName = "knotmap.mo";

/// Adds "de_AT" and "de" for "de_AT.UTF-8@euro". A code that could lead out of the folder is none.
void addCodes(std::vector<std::string>& codes, std::string_view locale)
{
    const std::string code(locale.substr(0, locale.find_first_of(".@")));
    if (code.empty() || code.find_first_of("/\\") != std::string::npos)
        return;
    codes.push_back(code);
    if (const std::size_t country = code.find('_'); country != std::string::npos)
        codes.push_back(code.substr(0, country));
}

} // namespace

bool isEnglish(std::string_view code)
{
    return code == "C" || code == "POSIX" || code == "en" || code.substr(0, 3) == "en_";
}

std::vector<std::string> wantedLanguages(const std::optional<std::string>& asked,
                                         const std::function<std::string(const char*)>& environment)
{
    std::string locales = asked.value_or("");
    for (const char* name : {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"})
        if (!asked && locales.empty())
            locales = environment(name);
    std::vector<std::string> codes;
    for (std::string_view rest = locales; !rest.empty();) {
        const std::size_t end = std::min(rest.find(':'), rest.size());
        addCodes(codes, rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    const auto english = std::find_if(codes.begin(), codes.end(), isEnglish);
    codes.erase(english, codes.end());
    codes.push_back("en");
    return codes;
}

fs::path catalogueFile(const fs::path& folder, const std::string& code)
{
    return folder / code / kCatalogueName;
}

std::vector<std::string> languagesIn(const std::vector<fs::path>& folders)
{
    std::set<std::string> codes;
    for (const fs::path& folder : folders) {
        std::error_code error;
        for (const auto& entry : fs::directory_iterator(folder, error))
            if (fs::is_regular_file(entry.path() / kCatalogueName, error))
                codes.insert(entry.path().filename().string());
    }
    return {codes.begin(), codes.end()};
}

} // namespace knotmap::words
