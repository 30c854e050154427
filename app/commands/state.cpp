#include "app/commands/state.h"

namespace knotmap::app {

const PlacedPoint* AppState::selectedPoint() const
{
    return selection.what == Selection::What::Point ? &points[selection.index] : nullptr;
}

std::optional<std::uint32_t> AppState::selectedInstance() const
{
    if (selection.what != Selection::What::Structure)
        return std::nullopt;
    return selection.index;
}

std::optional<std::uint32_t> findPlacedPoint(const AppState& state, std::string_view id,
                                             core::Side side)
{
    for (std::size_t i = 0; i < state.points.size(); ++i)
        if (state.points[i].point->id == id && state.points[i].side == side)
            return static_cast<std::uint32_t>(i);
    return std::nullopt;
}

const care::Position* shownPosition(const AppState& state)
{
    const PlacedPoint* placed = state.selectedPoint();
    if (placed == nullptr || !state.showPosition || placed->advice == nullptr)
        return nullptr;
    const care::Position* position = state.library->care.firstPosition(*placed->advice);
    return position != nullptr && position->posture ? position : nullptr;
}

std::vector<std::string> shownSteps(const AppState& state)
{
    return shownPosition(state) == nullptr
               ? std::vector<std::string>()
               : state.library->care.stepsOf(*state.selectedPoint()->advice);
}

} // namespace knotmap::app
