#pragma once

#include <string>
#include <vector>

namespace knotmap::core {

/// A fault in a data file, with its location. Line and column count from 1; 0 where the fault
/// concerns the whole file.
struct Fault
{
    std::string file;
    int line = 0;
    int column = 0;
    std::string message;

    /// "file:line:column: message", the form editors understand.
    std::string text() const;
};

using Faults = std::vector<Fault>;

} // namespace knotmap::core
