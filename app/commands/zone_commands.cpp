#include "app/commands/command.h"
#include "app/commands/pulse.h"
#include "app/commands/scene_refresh.h"
#include "engine/words/tr.h"

#include <algorithm>
#include <fmt/format.h>

namespace knotmap::app {
namespace {

/// The named point, or the selected one.
core::Result<std::uint32_t> pointMeant(const AppState& state, const Arguments& arguments)
{
    if (arguments.empty()) {
        if (state.selectedPoint() == nullptr)
            return core::Error{tr("no knot is selected: name one, or select one first")};
        return state.document.selection.index;
    }
    const core::SidedId asked = core::parseSidedId(arguments[0]);
    if (const auto index =
            findPlacedPoint(state, asked.id, asked.side.value_or(state.document.side)))
        return *index;
    std::vector<std::string> known;
    for (const referral::Point& point : state.document.library->referral.points)
        known.push_back(point.id);
    return unknownName(mark("point"), asked.id, known);
}

core::Outcome keepZone(AppState& state, const Arguments& arguments)
{
    const auto index = pointMeant(state, arguments);
    if (!index)
        return index.error();
    if (auto error = needsZone(state.document.points[*index]))
        return error;
    const auto held =
        std::find(state.document.keptZones.begin(), state.document.keptZones.end(), *index);
    const auto free =
        std::find(state.document.keptZones.begin(), state.document.keptZones.end(), std::nullopt);
    if (held != state.document.keptZones.end())
        held->reset();
    else if (free != state.document.keptZones.end())
        *free = *index;
    else
        return core::Error{
            trf("{} zones are already kept; remove one first", scene::kMaxKeptZones)};
    refreshScene(state);
    return std::nullopt;
}

core::Outcome dropZones(AppState& state, const Arguments&)
{
    state.document.keptZones = {};
    refreshScene(state);
    return std::nullopt;
}

core::Outcome showPath(AppState& state, const Arguments&)
{
    const PlacedPoint* placed = state.selectedPoint();
    if (placed == nullptr)
        return core::Error{tr("the path to the zone needs a knot: select one first")};
    if (auto error = needsZone(*placed))
        return error;
    if (!state.animations.enabled)
        return core::Error{tr("motion is off: the path to the zone is shown by a moving glow")};
    startPulse(state);
    return std::nullopt;
}

} // namespace

std::vector<Command> zoneCommands()
{
    return {
        {"keep-zone", "[POINT[.SIDE]]",
         tr("Keep the zone of a knot in sight to compare it with others, or remove it"), 0, 1,
         keepZone},
        {"drop-zones", "", tr("Remove all kept zones"), 0, 0, dropZones},
        {"pulse", "", tr("Show the path from the selected knot to its zone"), 0, 0, showPath},
    };
}

} // namespace knotmap::app
