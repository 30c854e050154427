#include "engine/data/document.h"

#include "engine/data/limits.h"
#include "engine/data/table_state.h"
#include "engine/words/tr.h"

#include <algorithm>
#include <fmt/format.h>
#include <fstream>

namespace knotmap::data {

namespace {

/// The file's bytes, at most `size` of them should it grow in the meantime.
std::string readAll(const std::filesystem::path& path, std::uintmax_t size)
{
    std::ifstream in(path, std::ios::binary);
    std::string text(static_cast<std::size_t>(size), '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(in.gcount()));
    return text;
}

/// The longest line within the readable part of an oversized file, counted from 1: most often the
/// culprit.
int longestLine(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    int line = 1, longestAt = 1;
    std::uintmax_t length = 0, longest = 0;
    char character = 0;
    for (std::uintmax_t read = 0; read < kLargestFile && in.get(character); ++read) {
        length = character == '\n' ? 0 : length + 1;
        if (length > longest) {
            longest = length;
            longestAt = line;
        }
        line += character == '\n' ? 1 : 0;
    }
    return longestAt;
}

} // namespace

std::optional<Document> Document::read(const std::filesystem::path& path, std::string shownAs,
                                       core::Faults& faults)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    if (error) {
        faults.push_back({shownAs, 0, 0, trf("cannot be read: {}", error.message())});
        return std::nullopt;
    }
    if (size > kLargestFile) {
        faults.push_back(
            {shownAs, longestLine(path), 1,
             trf("the file has {} bytes; a data file may have at most {}. This is its longest line",
                 size, kLargestFile)});
        return std::nullopt;
    }
    return parse(readAll(path, size), std::move(shownAs), faults);
}

std::optional<Document> Document::parse(std::string_view text, std::string shownAs,
                                        core::Faults& faults)
{
    if (auto fault = scanText(text, shownAs)) {
        faults.push_back(std::move(*fault));
        return std::nullopt;
    }
    try {
        Document document;
        document.m_table = std::make_shared<toml::table>(toml::parse(text, shownAs));
        const std::size_t before = faults.size();
        checkLengths(*document.m_table, shownAs, faults);
        if (faults.size() > before)
            return std::nullopt;
        document.m_file = std::move(shownAs);
        document.m_faults = &faults;
        return document;
    } catch (const toml::parse_error& problem) {
        const auto& location = problem.source().begin;
        faults.push_back({shownAs, static_cast<int>(location.line),
                          static_cast<int>(location.column),
                          trf("not valid TOML: {}", problem.description())});
        return std::nullopt;
    }
}

Table Document::root() const
{
    auto state = std::make_shared<TableState>();
    state->root = m_table;
    state->table = m_table.get();
    state->file = m_file;
    state->faults = m_faults;
    return Table(state);
}

std::vector<std::filesystem::path> listDocuments(const std::filesystem::path& folder,
                                                 const std::string& shownAs, core::Faults& faults)
{
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error))
        if (entry.path().extension() == ".toml")
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    if (files.size() > kMaxFiles) {
        faults.push_back(
            {shownAs, 0, 0,
             trf("the folder holds {} .toml files; at most {} are read", files.size(), kMaxFiles)});
        files.resize(kMaxFiles);
    }
    if (files.empty())
        faults.push_back({shownAs, 0, 0, tr("the folder is missing or holds no .toml file")});
    return files;
}

} // namespace knotmap::data
