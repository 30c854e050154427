#include "app/commands/state.h"

#include <utility>

namespace knotmap::app {

const PlacedPoint* AppState::selectedPoint() const
{
    return document.selection.what == Selection::What::Point
               ? &document.points[document.selection.index]
               : nullptr;
}

std::optional<std::uint32_t> AppState::selectedInstance() const
{
    if (document.selection.what != Selection::What::Structure)
        return std::nullopt;
    return document.selection.index;
}

std::optional<std::uint32_t> findPlacedPoint(const AppState& state, std::string_view id,
                                             core::Side side)
{
    for (std::size_t i = 0; i < state.document.points.size(); ++i)
        if (state.document.points[i].point->id == id && state.document.points[i].side == side)
            return static_cast<std::uint32_t>(i);
    return std::nullopt;
}

const care::Position* shownPosition(const AppState& state)
{
    const PlacedPoint* placed = state.selectedPoint();
    if (placed == nullptr || !state.view.showPosition || placed->advice == nullptr)
        return nullptr;
    const care::Position* position = state.document.library->care.firstPosition(*placed->advice);
    return position != nullptr && position->posture ? position : nullptr;
}

std::vector<std::string> shownSteps(const AppState& state)
{
    return shownPosition(state) == nullptr
               ? std::vector<std::string>()
               : state.document.library->care.stepsOf(*state.selectedPoint()->advice);
}

void notify(AppState& state, std::string text)
{
    state.panels.message = Message{std::move(text), false};
}

void notifyError(AppState& state, std::string text)
{
    state.panels.message = Message{std::move(text), true};
}

} // namespace knotmap::app
