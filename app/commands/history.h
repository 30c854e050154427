#pragma once

#include "app/commands/document.h"
#include "app/commands/view.h"

#include <string>
#include <vector>

namespace knotmap::app {

/// Whatever a user changes on the picture, as undo brings it back.
struct PictureState
{
    scene::Camera camera;
    View view;
    Selection selection;
    core::Side side = core::Side::Right;
    KeptZones keptZones;
};

/// The pictures that one can go back and forth to; at most kMaxHistory each.
struct History
{
    std::vector<PictureState> undo, redo;
    std::string continued; ///< the command whose run of small changes is one step; empty: none
};

inline constexpr std::size_t kMaxHistory = 64;

} // namespace knotmap::app
