#include "app/commands/replay.h"

#include "engine/words/tr.h"

#include <fmt/format.h>
#include <fstream>

namespace knotmap::app {
namespace {

/// The words of a line; an error if a quotation is unterminated.
core::Result<std::vector<std::string>> wordsOf(std::string_view line)
{
    std::vector<std::string> words;
    bool inWord = false, quoted = false;
    for (const char letter : line) {
        if (letter == '"') {
            if (!inWord)
                words.emplace_back();
            inWord = true;
            quoted = !quoted;
        } else if (!quoted && letter == '#' && !inWord) {
            break;
        } else if (!quoted && (letter == ' ' || letter == '\t' || letter == '\r')) {
            inWord = false;
        } else {
            if (!inWord)
                words.emplace_back();
            inWord = true;
            words.back() += letter;
        }
    }
    if (quoted)
        return core::Error{tr("the closing quotation mark is missing")};
    return words;
}

core::Error at(const std::string& file, int line, const std::string& message)
{
    return {fmt::format("{}:{}: {}", file, line, message)};
}

} // namespace

core::Result<Replay> parseReplay(std::string_view text, const std::string& file,
                                 const CommandTable& table)
{
    Replay replay;
    replay.file = file;
    int number = 0;
    while (!text.empty()) {
        ++number;
        const std::size_t end = std::min(text.find('\n'), text.size());
        const auto words = wordsOf(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (!words)
            return at(file, number, words.error().message);
        if (words->empty())
            continue;
        CommandCall call{words->front(), {words->begin() + 1, words->end()}};
        if (const auto error = table.check(call))
            return at(file, number, error->message);
        replay.lines.push_back({number, std::move(call)});
    }
    return replay;
}

core::Result<Replay> loadReplay(const std::filesystem::path& file, const CommandTable& table)
{
    std::error_code error;
    std::ifstream stream(file, std::ios::binary);
    if (!stream || std::filesystem::is_directory(file, error))
        return core::Error{trf(
            "the replay {} cannot be read: name a file of commands, one per line", file.string())};
    std::string text(kLargestReplay + 1, '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(stream.gcount()));
    if (text.size() > kLargestReplay)
        return core::Error{
            trf("the replay {} is larger than {} bytes; split it", file.string(), kLargestReplay)};
    return parseReplay(text, file.string(), table);
}

} // namespace knotmap::app
