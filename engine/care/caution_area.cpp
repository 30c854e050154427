#include "engine/care/caution_area.h"

#include "engine/care/known_ids.h"
#include "engine/referral/waypoint.h"
#include "engine/words/tr.h"

namespace knotmap::care {
namespace {

AreaStroke readStroke(const data::Table& table, const anatomy::Catalogue& catalogue)
{
    AreaStroke stroke;
    stroke.through = referral::readFixedWaypoints(table, "through", catalogue);
    stroke.radiusMm = static_cast<float>(table.number("radius_mm", 3, 90));
    table.rejectUnknownKeys();
    if (stroke.through.empty() && table.valid())
        table.fault("through", tr("a stroke must run through at least one landmark"));
    return stroke;
}

} // namespace

CautionArea readCautionArea(const data::Table& table, const std::vector<Tool>& tools,
                            const std::vector<std::string>& leftOut,
                            const anatomy::Catalogue& catalogue,
                            const referral::Knowledge& knowledge)
{
    CautionArea area;
    readHazard(area, table, tools, leftOut, knowledge);
    for (const data::Table& stroke : table.tables("stroke")) {
        area.strokes.push_back(readStroke(stroke, catalogue));
        if (!stroke.valid())
            area.strokes.pop_back();
    }
    if (area.strokes.empty() && table.has("stroke"))
        table.invalidate();
    else if (area.strokes.empty() && table.valid())
        table.fault("id", trf("'{}' has no stroke, so it has no place", area.id));
    return area;
}

} // namespace knotmap::care
