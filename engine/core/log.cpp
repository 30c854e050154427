#include "engine/core/log.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace knotmap::core {
namespace {

constexpr const char* kName = "knotmap"; ///< in spdlog's registry

void write(spdlog::level::level_enum level, std::string_view message) noexcept
{
    if (message.ends_with('\n'))
        message.remove_suffix(1);
    try {
        if (const auto logger = spdlog::get(kName))
            logger->log(level, spdlog::string_view_t(message.data(), message.size()));
    } catch (...) { // there is nowhere left to say it
    }
}

} // namespace

Log::Log()
{
    const auto logger = spdlog::stderr_logger_mt(kName);
    logger->set_pattern("%v");
    logger->set_error_handler([](const std::string&) {});
}

Log::~Log()
{
    spdlog::drop(kName);
}

void logInfo(std::string_view message) noexcept
{
    write(spdlog::level::info, message);
}

void logWarning(std::string_view message) noexcept
{
    write(spdlog::level::warn, message);
}

void logError(std::string_view message) noexcept
{
    write(spdlog::level::err, message);
}

} // namespace knotmap::core
