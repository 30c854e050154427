#pragma once

#include "app/commands/state.h"
#include "engine/scene/scene.h"

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

namespace knotmap::app {

// What the mouse does to the view, too fine-grained for commands. Distances are in pixels of the
// 3D view, y downwards.

/// Begins a gesture: remembers the view for undo and ends a move.
void beginGesture(AppState& state);
/// Turns about a place of the body's frame that stays where it is in the picture.
void dragOrbit(AppState& state, const glm::vec3& pivot, const glm::vec2& by);
/// Moves the body along with the pointer, as far as a thing at the pivot's depth.
void dragPan(AppState& state, const glm::vec3& pivot, const glm::vec2& by);
/// Comes closer to (notches above 0) or goes away from a place.
void wheelZoom(AppState& state, const glm::vec3& pivot, float notches);
/// Turns about a place by a wheel's or touchpad's sideways notches.
void wheelOrbit(AppState& state, const glm::vec3& pivot, float notches);
/// Moves the body along with two fingers on a touchpad: x to the right, y up.
void wheelPan(AppState& state, const glm::vec3& pivot, const glm::vec2& notches);

/// The ray through a pixel of the view.
scene::Ray rayAt(const AppState& state, const glm::vec2& pixel);

/// Where a click on what was picked leads: the command to run, if any.
struct ClickOutcome
{
    std::string command;
    std::vector<std::string> arguments;
};
std::optional<ClickOutcome> clickOn(const AppState& state, const scene::Pick& pick,
                                    const scene::Ray& ray);

/// What a pick hovers over: a knot, a structure or nothing.
Selection hoverOf(const scene::Pick& pick);

} // namespace knotmap::app
