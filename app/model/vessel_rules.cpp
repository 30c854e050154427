#include "app/model/vessel_rules.h"

#include "engine/words/tr.h"

#include <algorithm>
#include <fmt/format.h>

namespace knotmap::app {
namespace {

/// Between the edge of the contact and the course of a vessel or nerve.
constexpr float kClearanceMm = 15;

/// Distance from the centre of its contact at which a tool is too near.
float reachOf(const care::Tool& tool)
{
    return std::min(kClearanceMm + tool.contactMm / 2, CautionMap::kReachMm);
}

/// The tools for the trigger point that come near a course.
std::vector<const care::Tool*> toolsNear(const Library& library, const PlacedPoint& placed,
                                         const NearCourse& near)
{
    std::vector<const care::Tool*> tools;
    for (const std::string& id : placed.advice->tools)
        if (const care::Tool* tool = library.care.findTool(id))
            if (near.course->isAtRiskFrom(*tool) && near.distanceMm < reachOf(*tool))
                tools.push_back(tool);
    return tools;
}

} // namespace

std::vector<NearCourse> coursesNear(const Library& library, const PlacedPoint& placed)
{
    if (!isPressed(placed) || !library.cautions)
        return {};
    auto courses =
        library.cautions->coursesNear(*library.skin, placed.onSkin, CautionMap::kReachMm);
    courses.erase(std::remove_if(courses.begin(), courses.end(),
                                 [&](const NearCourse& near) {
                                     return toolsNear(library, placed, near).empty();
                                 }),
                  courses.end());
    return courses;
}

std::vector<const care::CautionArea*> cautionAreasAt(const Library& library,
                                                     const PlacedPoint& placed)
{
    if (!library.cautions)
        return {};
    return library.cautions->at(*library.skin, placed.onSkin);
}

void checkVessels(const Library& library, const PlacedPoint& placed, core::Faults& faults)
{
    for (const NearCourse& near : coursesNear(library, placed)) {
        const care::Advice& advice = *placed.advice;
        const auto fault = [&](const std::string& message) {
            faults.push_back({advice.file, advice.line, advice.column, message});
        };
        if (!near.course->isNamedIn(advice.cautions))
            fault(trf("'{}' is pressed {:.0f} mm from '{}', but no caution names it ({})",
                      advice.point, near.distanceMm, near.course->id,
                      fmt::join(near.course->namedBy, ", ")));
        for (const care::Tool* tool : toolsNear(library, placed, near))
            if (!near.course->allows(tool->id))
                fault(trf("'{}' is pressed {:.0f} mm from '{}', where '{}' must not be "
                          "used; choose among its tools in care/vessels_and_nerves.toml",
                          advice.point, near.distanceMm, near.course->id, tool->id));
    }
}

} // namespace knotmap::app
