#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace knotmap::testing {

/// A change of one file of a copy of the assets. A text file of edits reads like a small diff:
///
///     # what the change is about
///     care/segments.toml
///     - id = "forearm"
///     - joint = "elbow"
///     + id = "forearm"
///     + joint = "elbo"
///
/// A line without a mark names the file, relative to the assets folder. The lines marked "- ",
/// joined by line ends, must occur in it exactly once, which need not be as whole lines; those
/// marked "+ " replace them. Without "- " lines, the "+ " lines are added at the end of the file.
/// Each file is edited at most once.
struct AssetEdit
{
    std::string file, find, replacement;
};

/// The line, counted from 1, of the first change in each edited file.
using EditedLines = std::map<std::string, int>;

inline std::string readText(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    if (!in)
        throw std::runtime_error(path.string() + " cannot be read");
    return {std::istreambuf_iterator<char>(in), {}};
}

inline std::vector<AssetEdit> readEdits(const std::filesystem::path& path)
{
    std::ifstream in(path);
    std::vector<AssetEdit> edits;
    const auto append = [](std::string& text, const std::string& line) {
        text += (text.empty() ? "" : "\n") + line.substr(2);
    };
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line.front() == '#')
            continue;
        const std::string mark = line.substr(0, 2);
        if (mark != "- " && mark != "+ ")
            edits.push_back({line, "", ""});
        else if (edits.empty())
            throw std::runtime_error(path.string() + ": no file is named before '" + line + "'");
        else
            append(mark == "- " ? edits.back().find : edits.back().replacement, line);
    }
    return edits;
}

/// Where `edit.find` occurs in `text`.
inline std::size_t onlyOffsetOf(const AssetEdit& edit, const std::string& text)
{
    const std::size_t at = text.find(edit.find);
    if (at == std::string::npos)
        throw std::runtime_error(edit.file + " does not hold '" + edit.find + "'");
    if (text.find(edit.find, at + 1) != std::string::npos)
        throw std::runtime_error(edit.file + " holds '" + edit.find + "' more than once");
    return at;
}

/// Applies one edit to `text`; returns the line of the first change.
inline int applyEdit(const AssetEdit& edit, std::string& text)
{
    std::size_t changed = text.size();
    if (edit.find.empty()) {
        text += edit.replacement + "\n";
    } else {
        const std::size_t at = onlyOffsetOf(edit, text);
        const std::string &before = edit.find, &after = edit.replacement;
        const auto differ =
            std::mismatch(before.begin(), before.end(), after.begin(), after.end()).first;
        const auto same = static_cast<std::size_t>(differ - before.begin());
        text.replace(at, before.size(), after);
        // Lines added below the text found begin after the end of its last line.
        const bool below = differ == before.end() && after.compare(same, 1, "\n") == 0;
        changed = at + same + (below ? 1 : 0);
    }
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(changed);
    return 1 + static_cast<int>(std::count(text.begin(), end, '\n'));
}

inline EditedLines applyEdits(const std::vector<AssetEdit>& edits,
                              const std::filesystem::path& assets)
{
    EditedLines lines;
    for (const AssetEdit& edit : edits) {
        std::string text = readText(assets / edit.file);
        if (!lines.emplace(edit.file, applyEdit(edit, text)).second)
            throw std::runtime_error(edit.file + " is edited twice");
        std::ofstream(assets / edit.file, std::ios::binary) << text;
    }
    return lines;
}

} // namespace knotmap::testing
