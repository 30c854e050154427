#pragma once

#include "app/commands/state.h"

#include <glm/vec2.hpp>
#include <optional>

namespace knotmap::app {

// The cut through the body: placed by commands, dragged by its handle.

/// Opens a cut in the body, or closes it; undo restores the previous view.
void setCut(AppState& state, std::optional<scene::Cut> cut);
/// Moves the cut to a position along its axis, mm, within the body. Does nothing without a cut.
void placeCutAt(AppState& state, float mm);

/// The handle that moves the cut.
struct CutHandle
{
    glm::vec3 position{0}; ///< world, on the frame
    glm::vec2 at{0};       ///< pixels of the view, from its top left
    glm::vec2 along{0};    ///< unit, in the picture: the plane's axis; zero if along the eye
};
/// Of the midpoints of the frame's edges the most accessible one; none without a cut or if none is
/// in the picture.
std::optional<CutHandle> cutHandle(const AppState& state);

/// A grab of the cut.
struct CutGrip
{
    glm::vec3 position{0}; ///< grabbed point, world
    glm::vec2 pressed{0};  ///< pixel
    float cutMm = 0;       ///< initial position of the cut, along its axis
};
/// The grab at a pixel: on the handle or, within `reach` pixels, on the frame.
std::optional<CutGrip> gripAt(const AppState& state, const glm::vec2& pixel, float reach);
/// Moves the cut so that the grabbed point follows the pointer as closely as its axis permits.
void dragCut(AppState& state, const CutGrip& grip, const glm::vec2& pixel);

} // namespace knotmap::app
