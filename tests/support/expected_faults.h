#pragma once

#include "engine/core/fault.h"
#include "tests/support/asset_edits.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace knotmap::testing {

/// A fault that must be found: its file, its line and part of its message.
struct ExpectedFault
{
    std::string file;
    int line = 0;
    std::string phrase;

    std::string text() const { return file + ":" + std::to_string(line) + ": " + phrase; }

    bool fits(const core::Fault& fault) const
    {
        return fault.file == file && fault.line == line &&
               fault.message.find(phrase) != std::string::npos;
    }
};

/// A line number, or "@" for the first changed line of an edited file, "@+2" for one after it.
inline int readLine(const std::string& text, const std::string& file, const EditedLines& edited)
{
    if (text.empty() || text.front() != '@')
        return std::stoi(text);
    const auto line = edited.find(file);
    if (line == edited.end())
        throw std::runtime_error(file + ":" + text + ": no edit changes that file");
    return line->second + (text.size() > 1 ? std::stoi(text.substr(1)) : 0);
}

/// Reads lines "path:line: phrase".
inline std::vector<ExpectedFault> readExpected(const std::filesystem::path& path,
                                               const EditedLines& edited)
{
    std::ifstream in(path);
    std::vector<ExpectedFault> all;
    for (std::string text; std::getline(in, text);) {
        const std::size_t first = text.find(':'), second = text.find(": ", first + 1);
        if (second == std::string::npos || second + 2 == text.size())
            throw std::runtime_error(path.string() + ": '" + text + "' is not path:line: phrase");
        const std::string file = text.substr(0, first);
        const int line = readLine(text.substr(first + 1, second - first - 1), file, edited);
        all.push_back({file, line, text.substr(second + 2)});
    }
    return all;
}

/// The differences between the actual and the expected faults, one sentence each: an expected one
/// that fits no fault or several, a fault that fits no expected one or several.
inline std::vector<std::string> mismatches(const std::vector<ExpectedFault>& expected,
                                           const core::Faults& faults)
{
    std::vector<std::string> all;
    for (const ExpectedFault& one : expected) {
        const auto count = std::count_if(faults.begin(), faults.end(),
                                         [&](const core::Fault& fault) { return one.fits(fault); });
        if (count == 0)
            all.push_back("missing: " + one.text());
        else if (count > 1)
            all.push_back("fits " + std::to_string(count) + " faults: " + one.text());
    }
    for (const core::Fault& fault : faults) {
        const auto count = std::count_if(expected.begin(), expected.end(),
                                         [&](const ExpectedFault& one) { return one.fits(fault); });
        if (count == 0)
            all.push_back("not expected: " + fault.text());
        else if (count > 1)
            all.push_back("expected " + std::to_string(count) + " times: " + fault.text());
    }
    return all;
}

} // namespace knotmap::testing
