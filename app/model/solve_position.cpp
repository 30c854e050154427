#include "app/model/solve_position.h"

#include "engine/posture/position_solver.h"

namespace knotmap::app {

bool hasPosition(const Library& library, const PlacedPoint& placed)
{
    if (placed.advice == nullptr || !library.skeleton || library.skeleton->joints().empty())
        return false;
    const care::Position* position = library.care.firstPosition(*placed.advice);
    const bool equipped = !isPressed(placed) || library.care.firstTool(*placed.advice) != nullptr;
    return position != nullptr && position->posture && equipped;
}

std::optional<posture::SolvedPosition> solvePosition(const Library& library,
                                                     const PlacedPoint& placed)
{
    if (!hasPosition(library, placed))
        return std::nullopt;
    const care::Tool* tool = isPressed(placed) ? library.care.firstTool(*placed.advice) : nullptr;
    return posture::solvePosition(library, placed, *library.care.firstPosition(*placed.advice),
                                  tool);
}

} // namespace knotmap::app
