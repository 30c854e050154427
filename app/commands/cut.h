#pragma once

#include "app/commands/state.h"

#include <glm/vec2.hpp>
#include <optional>

namespace knotmap::app {

// The cut through the body: placed by commands, dragged by its handle.

/// Cuts the body open there, or closes it; the view before can be had again.
void setCut(AppState& state, std::optional<scene::Cut> cut);
/// Moves the cut to a place along its axis, mm, as far as the body goes. Without a cut nothing.
void placeCutAt(AppState& state, float mm);

/// What one takes hold of to move the cut.
struct CutHandle
{
    glm::vec3 place{0}; ///< world, on the frame
    glm::vec2 at{0};    ///< pixels of the view, from its top left
    glm::vec2 along{
        0}; ///< unit, in the picture: the way of the plane's axis; zero if along the eye
};
/// Of the middles of the frame's edges the one that is best in reach; none without a cut or where
/// none is in the picture.
std::optional<CutHandle> cutHandle(const AppState& state);

/// A hold on the cut.
struct CutGrip
{
    glm::vec3 place{0};   ///< that was taken hold of, world
    glm::vec2 pressed{0}; ///< pixel
    float cutMm = 0;      ///< where the cut was, along its axis
};
/// The hold that a press at a pixel gives: on the handle or, within `reach` pixels, on the frame.
std::optional<CutGrip> gripAt(const AppState& state, const glm::vec2& pixel, float reach);
/// Moves the cut so that what was taken hold of comes as near to the pointer as its axis lets it.
void dragCut(AppState& state, const CutGrip& grip, const glm::vec2& pixel);

} // namespace knotmap::app
