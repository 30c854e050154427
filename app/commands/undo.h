#pragma once

#include "app/commands/state.h"
#include "engine/core/result.h"

#include <string>

namespace knotmap::app {

/// The picture as it is, or will be once what moves has come to rest.
PictureState pictureOf(const AppState& state);

/// Whether they differ in anything that undo brings back.
bool differ(const PictureState& a, const PictureState& b);

/// What was done between two pictures, as a noun: "the selection of Piriformis 1", "peeling to
/// deep". Empty where they do not differ.
std::string describeChange(const Document& document, const PictureState& from,
                           const PictureState& to);

/// Keeps a picture to go back to.
void remember(AppState& state, PictureState before);
/// Keeps the present picture, before a gesture changes it.
void remember(AppState& state);

/// Goes back to the picture before the last change, or forth again, and says what was undone; an
/// error where there is nothing to go to.
core::Outcome undo(AppState& state);
core::Outcome redo(AppState& state);

/// What undo and redo would do next, for the menu; empty: nothing.
std::string nextUndo(const AppState& state);
std::string nextRedo(const AppState& state);

} // namespace knotmap::app
