#include "app/commands/command.h"
#include "app/commands/scene_refresh.h"
#include "engine/words/tr.h"

#include <algorithm>

namespace knotmap::app {
namespace {

core::Result<std::vector<std::uint32_t>> selectedMember(const AppState& state)
{
    if (const auto instance = state.selectedInstance())
        return std::vector<std::uint32_t>{*instance};
    if (const PlacedPoint* placed = state.selectedPoint())
        if (const auto muscle = state.atlas().findInstance(placed->point->muscle, placed->side))
            return std::vector<std::uint32_t>{*muscle};
    return core::Error{tr("nothing is selected: select a muscle or bone first, or name one")};
}

/// The instances meant: those named (a structure, "group:NAME"), or what is selected.
core::Result<std::vector<std::uint32_t>> meant(const AppState& state, const Arguments& arguments)
{
    if (arguments.empty())
        return selectedMember(state);
    return instancesNamed(state.atlas(), arguments[0], state.side);
}

/// All shown is no visibility at all, so that menus know there is nothing to show again.
void settle(AppState& state)
{
    if (std::all_of(state.visibility.begin(), state.visibility.end(),
                    [](Visibility each) { return each == Visibility::Shown; }))
        state.visibility.clear();
    refreshScene(state);
}

bool isHidden(const AppState& state, std::uint32_t instance)
{
    return instance < state.visibility.size() && state.visibility[instance] == Visibility::Hidden;
}

core::Outcome hide(AppState& state, const Arguments& arguments)
{
    const auto members = meant(state, arguments);
    if (!members)
        return members.error();
    state.visibility.resize(state.atlas().instances.size(), Visibility::Shown);
    for (const std::uint32_t member : *members)
        state.visibility[member] = Visibility::Hidden;
    // What cannot be seen is not selected; a knot stays, for its zone is still there.
    if (const auto selected = state.selectedInstance(); selected && isHidden(state, *selected))
        state.selection = {};
    settle(state);
    return std::nullopt;
}

core::Outcome ghost(AppState& state, const Arguments& arguments)
{
    const auto members = meant(state, arguments);
    if (!members)
        return members.error();
    state.visibility.resize(state.atlas().instances.size(), Visibility::Shown);
    const bool all = std::all_of(members->begin(), members->end(), [&](std::uint32_t member) {
        return state.visibility[member] == Visibility::Ghosted;
    });
    for (const std::uint32_t member : *members)
        state.visibility[member] = all ? Visibility::Shown : Visibility::Ghosted;
    settle(state);
    return std::nullopt;
}

core::Outcome isolate(AppState& state, const Arguments& arguments)
{
    const auto members = meant(state, arguments);
    if (!members)
        return members.error();
    state.visibility = isolated(state.atlas(), *members);
    settle(state);
    return std::nullopt;
}

core::Outcome showAgain(AppState& state, const Arguments& arguments)
{
    const auto members = meant(state, arguments);
    if (!members)
        return members.error();
    if (!state.visibility.empty())
        for (const std::uint32_t member : *members)
            state.visibility[member] = Visibility::Shown;
    settle(state);
    return std::nullopt;
}

core::Outcome showAll(AppState& state, const Arguments&)
{
    state.visibility.clear();
    refreshScene(state);
    return std::nullopt;
}

} // namespace

std::vector<Command> visibilityCommands()
{
    constexpr const char* kWhat = "[STRUCTURE[.SIDE] | group:NAME]";
    return {
        {"hide", kWhat, tr("Hide it, or the selection"), 0, 1, hide},
        {"ghost", kWhat, tr("Make it transparent, or solid again"), 0, 1, ghost},
        {"isolate", kWhat, tr("Show it alone, over transparent bones"), 0, 1, isolate},
        {"show", kWhat, tr("Show it again"), 0, 1, showAgain},
        {"show-all", "", tr("Show everything that was hidden or transparent"), 0, 0, showAll},
    };
}

} // namespace knotmap::app
