#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace knotmap::core {

/// Which half of the body an instance belongs to. Paired structures are written for the right.
enum class Side
{
    Right,
    Left,
    Midline
};

/// "right", "left" or "midline".
std::string_view sideName(Side side);

/// The other half; the midline is its own opposite.
Side opposite(Side side);

/// An id with an optional side: "upper-trapezius-1.left".
struct SidedId
{
    std::string id;
    std::optional<Side> side;
};

/// Splits "ID.right" and "ID.left"; any other suffix remains part of the id, so that it is reported
/// as unknown.
SidedId parseSidedId(std::string_view text);

/// "id.side", or the bare id on the midline.
std::string instanceName(std::string_view id, Side side);

} // namespace knotmap::core
