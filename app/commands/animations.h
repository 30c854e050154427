#pragma once

#include "engine/scene/camera.h"
#include "engine/scene/zone_paint.h"

#include <optional>

namespace knotmap::app {

/// The camera moving from one view to another.
struct CameraTween
{
    scene::Camera from, to;
    double startS = 0; ///< by the shell's clock; 0 until the shell has seen it
};

/// A number moving from one value to another: a peeling depth, a share of a movement.
struct Tween
{
    float from = 0, to = 0;
    double startS = 0; ///< by the shell's clock; 0 until the shell has seen it
};

/// A glow travelling from the selected knot to its zone.
struct Pulsing
{
    scene::Pulse pulse;
    double startS = 0; ///< by the shell's clock; 0 until the view rests
};

/// The view to go on to once the body has come into its position.
struct PendingCamera
{
    scene::Camera during, after;
};

/// What is moving; stepped by the shell's clock (app/commands/animation.h, pulse.h).
struct Animations
{
    bool enabled = true; ///< false: everything jumps
    std::optional<CameraTween> camera;
    std::optional<Tween> peeling; ///< of View::peel
    std::optional<Tween> posing;  ///< of View::positionShare
    std::optional<PendingCamera> pendingCamera;
    std::optional<Pulsing> pulse;

    bool running() const { return camera || peeling || posing || pulse; }
};

} // namespace knotmap::app
