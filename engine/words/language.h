#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace knotmap::words {

/// The languages that a person wants, the best first, by their codes ("de_AT", then "de"); English
/// ends the list, since everything is there in it. `asked` is what --language names; without it the
/// environment says, read by `environment`: LANGUAGE, else LC_ALL, LC_MESSAGES or LANG, whichever
/// is set first.
std::vector<std::string>
wantedLanguages(const std::optional<std::string>& asked,
                const std::function<std::string(const char*)>& environment);

/// Whether a code names English, with or without a country, or the C locale.
bool isEnglish(std::string_view code);

/// A file of a folder: "FOLDER/de/knotmap.mo".
std::filesystem::path catalogueFile(const std::filesystem::path& folder, const std::string& code);

/// The codes of the languages that have a catalogue in one of the folders, in order, without
/// English.
std::vector<std::string> languagesIn(const std::vector<std::filesystem::path>& folders);

} // namespace knotmap::words
