#pragma once

#include "engine/anatomy/catalogue.h"
#include "engine/data/table.h"
#include "engine/referral/point.h"

#include <string_view>
#include <vector>

namespace knotmap::referral {

/// The trigger point's own position, as a waypoint of its strokes.
inline constexpr std::string_view kKnot = "knot";

/// Adds a fault unless `name` is a landmark, one of the other side ("ID.opposite"), or "knot".
void checkWaypoint(const data::Table& table, std::string_view key, const std::string& name,
                   const anatomy::Catalogue& catalogue);

/// Reads a list of points on the skin: landmark names, or tables of `near` and `offset_mm`.
std::vector<Waypoint> readWaypoints(const data::Table& table, std::string_view key,
                                    const anatomy::Catalogue& catalogue);

/// The same for a line that belongs to no trigger point: "knot" is a fault there.
std::vector<Waypoint> readFixedWaypoints(const data::Table& table, std::string_view key,
                                         const anatomy::Catalogue& catalogue);

} // namespace knotmap::referral
