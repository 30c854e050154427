#include "engine/referral/waypoint.h"

#include "engine/core/by_id.h"
#include "engine/core/nearest.h"
#include "engine/words/tr.h"

#include <fmt/format.h>

namespace knotmap::referral {
namespace {

constexpr std::string_view kOpposite = ".opposite";

} // namespace

void checkWaypoint(const data::Table& table, std::string_view key, const std::string& name,
                   const anatomy::Catalogue& catalogue)
{
    std::string_view id = name;
    if (id.size() > kOpposite.size() && id.substr(id.size() - kOpposite.size()) == kOpposite)
        id.remove_suffix(kOpposite.size());
    if (id.empty() || id == kKnot || catalogue.findLandmark(id) != nullptr)
        return;
    if (catalogue.landmarksLeftOut.has(id))
        table.invalidate();
    else
        table.fault(key, trf("no landmark is called '{}'.{}", id,
                             core::didYouMean(id, core::idsOf(catalogue.landmarks))));
}

std::vector<Waypoint> readWaypoints(const data::Table& table, std::string_view key,
                                    const anatomy::Catalogue& catalogue)
{
    std::vector<Waypoint> waypoints;
    for (const auto& [name, detail] : table.textsOrTables(key)) {
        Waypoint waypoint{name, glm::vec3(0)};
        if (detail) {
            waypoint.near = detail->text("near");
            waypoint.offsetMm = detail->vector3("offset_mm");
            detail->rejectUnknownKeys();
            if (!detail->valid())
                table.invalidate();
        }
        checkWaypoint(table, key, waypoint.near, catalogue);
        waypoints.push_back(std::move(waypoint));
    }
    return waypoints;
}

std::vector<Waypoint> readFixedWaypoints(const data::Table& table, std::string_view key,
                                         const anatomy::Catalogue& catalogue)
{
    std::vector<Waypoint> waypoints = readWaypoints(table, key, catalogue);
    for (const Waypoint& waypoint : waypoints)
        if (waypoint.near == kKnot)
            table.fault(
                key, tr("'knot' can be used only in the strokes of a point; name a landmark here"));
    return waypoints;
}

} // namespace knotmap::referral
