#pragma once

#include <string_view>

namespace knotmap::core {

/// The program's messages to people, on standard error. One is made in main, by value, and lives as
/// long as anything may be said; without one nothing is written, as in tests of single functions.
class Log
{
public:
    /// May throw std::bad_alloc.
    Log();
    ~Log();
    Log(const Log&) = delete;
    Log& operator=(const Log&) = delete;
};

/// Writes a message as it is, and a line end where it has none: who says it names the program where
/// that helps. It may hold several lines. A standard error that cannot be written to is nobody's
/// fault: the message is lost, and the work goes on.
void logInfo(std::string_view message) noexcept;
void logWarning(std::string_view message) noexcept;
void logError(std::string_view message) noexcept;

} // namespace knotmap::core
