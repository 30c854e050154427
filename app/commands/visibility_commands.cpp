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

/// The instances referred to: those named (a structure, "group:NAME"), or the selection.
core::Result<std::vector<std::uint32_t>> meant(const AppState& state, const Arguments& arguments)
{
    if (arguments.empty())
        return selectedMember(state);
    return instancesNamed(state.atlas(), arguments[0], state.document.side);
}

/// All shown is no visibility at all, so that menus know there is nothing to show again.
void visibilityChanged(AppState& state)
{
    if (std::all_of(state.view.visibility.begin(), state.view.visibility.end(),
                    [](Visibility each) { return each == Visibility::Shown; }))
        state.view.visibility.clear();
    refreshScene(state);
}

bool isHidden(const AppState& state, std::uint32_t instance)
{
    return instance < state.view.visibility.size() &&
           state.view.visibility[instance] == Visibility::Hidden;
}

core::Outcome hide(AppState& state, const Arguments& arguments)
{
    const auto members = meant(state, arguments);
    if (!members)
        return members.error();
    state.view.visibility.resize(state.atlas().instances.size(), Visibility::Shown);
    for (const std::uint32_t member : *members)
        state.view.visibility[member] = Visibility::Hidden;
    // What cannot be seen is not selected; a knot stays, for its zone is still there.
    if (const auto selected = state.selectedInstance(); selected && isHidden(state, *selected))
        state.document.selection = {};
    visibilityChanged(state);
    return std::nullopt;
}

core::Outcome ghost(AppState& state, const Arguments& arguments)
{
    const auto members = meant(state, arguments);
    if (!members)
        return members.error();
    state.view.visibility.resize(state.atlas().instances.size(), Visibility::Shown);
    const bool all = std::all_of(members->begin(), members->end(), [&](std::uint32_t member) {
        return state.view.visibility[member] == Visibility::Ghosted;
    });
    for (const std::uint32_t member : *members)
        state.view.visibility[member] = all ? Visibility::Shown : Visibility::Ghosted;
    visibilityChanged(state);
    return std::nullopt;
}

core::Outcome isolate(AppState& state, const Arguments& arguments)
{
    const auto members = meant(state, arguments);
    if (!members)
        return members.error();
    state.view.visibility = isolated(state.atlas(), *members);
    visibilityChanged(state);
    return std::nullopt;
}

core::Outcome showAgain(AppState& state, const Arguments& arguments)
{
    const auto members = meant(state, arguments);
    if (!members)
        return members.error();
    if (!state.view.visibility.empty())
        for (const std::uint32_t member : *members)
            state.view.visibility[member] = Visibility::Shown;
    visibilityChanged(state);
    return std::nullopt;
}

core::Outcome showAll(AppState& state, const Arguments&)
{
    state.view.visibility.clear();
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
