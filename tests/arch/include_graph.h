#pragma once

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace knotmap::testing {

/// One #include line of the repository.
struct Include
{
    std::filesystem::path file; ///< relative to the repository
    int line = 0;
    std::string header;

    /// "engine/core/x.h:3 includes engine/data/y.h"
    std::string text() const
    {
        return file.generic_string() + ":" + std::to_string(line) + " includes " + header;
    }
    /// The folder of the file, with '/' between its parts.
    std::string folder() const { return file.parent_path().generic_string(); }
};

inline const std::filesystem::path& repository()
{
    static const std::filesystem::path root = KNOTMAP_REPOSITORY;
    return root;
}

/// All #include lines of the .h and .cpp files below a folder of the repository.
inline std::vector<Include> includesBelow(const std::string& folder)
{
    namespace fs = std::filesystem;
    static const std::regex kInclude(R"(^\s*#\s*include\s*[<"]([^>"]+)[>"])");
    std::vector<Include> found;
    for (const auto& entry : fs::recursive_directory_iterator(repository() / folder)) {
        const auto extension = entry.path().extension();
        if (extension != ".h" && extension != ".cpp")
            continue;
        std::ifstream in(entry.path());
        std::string text;
        for (int line = 1; std::getline(in, text); ++line)
            if (std::smatch match; std::regex_search(text, match, kInclude))
                found.push_back({fs::relative(entry.path(), repository()), line, match[1]});
    }
    return found;
}

/// Whether a folder equals another one or is inside it.
inline bool isWithin(const std::string& folder, const std::string& outer)
{
    return folder == outer || folder.rfind(outer + "/", 0) == 0;
}

/// The module or part that a path belongs to: "engine/render/cache/x.h" is part of "render" if
/// `top` is "engine"; empty for a path elsewhere.
inline std::string partOf(const std::string& path, const std::string& top)
{
    if (!isWithin(path, top))
        return {};
    const std::size_t from = top.size() + 1, end = path.find('/', from);
    return end == std::string::npos ? std::string() : path.substr(from, end - from);
}

/// Rows of the table in docs/architecture.md whose heading has the given first cell: the first cell
/// of each row with the second.
inline std::map<std::string, std::string> documentedTable(const std::string& firstHeading)
{
    static const std::regex kRow(R"(^\|\s*([^|]*?)\s*\|\s*([^|]*?)\s*\|\s*$)");
    std::ifstream in(repository() / "docs" / "architecture.md");
    std::map<std::string, std::string> rows;
    bool inside = false;
    for (std::string line; std::getline(in, line);) {
        std::smatch match;
        if (!std::regex_match(line, match, kRow)) {
            inside = false;
            continue;
        }
        if (match[1] == firstHeading)
            inside = true;
        else if (inside && match[1].str().find("---") == std::string::npos)
            rows[match[1]] = match[2];
    }
    return rows;
}

/// The words of a cell such as "body, care, props".
inline std::set<std::string> wordsOf(const std::string& cell)
{
    static const std::regex kWord(R"([\w-]+)");
    std::set<std::string> words;
    for (std::sregex_iterator at(cell.begin(), cell.end(), kWord), end; at != end; ++at)
        words.insert(at->str());
    return words;
}

} // namespace knotmap::testing
