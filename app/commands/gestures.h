#pragma once

#include "app/commands/state.h"
#include "engine/scene/scene.h"

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

namespace knotmap::app {

// Effects of the mouse on the view, too fine-grained for commands. Distances are in pixels of the
// 3D view, y downwards.

/// Begins a gesture: remembers the view for undo and ends a move.
void beginGesture(AppState& state);
/// Rotates about a point of the body's frame that stays fixed in the picture.
void dragOrbit(AppState& state, const glm::vec3& pivot, const glm::vec2& by);
/// Moves the body with the pointer, as far as an object at the pivot's depth.
void dragPan(AppState& state, const glm::vec3& pivot, const glm::vec2& by);
/// Moves towards (notches above 0) or away from a point.
void wheelZoom(AppState& state, const glm::vec3& pivot, float notches);
/// Rotates about a point by horizontal notches of a wheel or touchpad.
void wheelOrbit(AppState& state, const glm::vec3& pivot, float notches);
/// Moves the body along with two fingers on a touchpad: x to the right, y up.
void wheelPan(AppState& state, const glm::vec3& pivot, const glm::vec2& notches);

/// The ray through a pixel of the view.
scene::Ray rayAt(const AppState& state, const glm::vec2& pixel);

/// The effect of a click on what was picked: the command to run, if any.
struct ClickOutcome
{
    std::string command;
    std::vector<std::string> arguments;
};
std::optional<ClickOutcome> clickOn(const AppState& state, const scene::Pick& pick,
                                    const scene::Ray& ray);

/// What a pick hovers over: a trigger point, a structure or nothing.
Selection hoverOf(const scene::Pick& pick);

} // namespace knotmap::app
