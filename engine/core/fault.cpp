#include "engine/core/fault.h"

#include <fmt/core.h>

namespace knotmap::core {

std::string Fault::text() const
{
    if (line == 0)
        return fmt::format("{}: {}", file, message);
    return fmt::format("{}:{}:{}: {}", file, line, column, message);
}

} // namespace knotmap::core
