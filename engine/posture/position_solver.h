#pragma once

#include "engine/care/advice.h"
#include "engine/care/position.h"
#include "engine/posture/solved_position.h"

namespace knotmap::posture {

/// Brings the body into a position with a posture: tool (or the hand that is the tool) on the
/// target, body on its supports. `tool` is null where nothing is pressed.
SolvedPosition solvePosition(const body::BodyModel& model, const PressTarget& target,
                             const care::Position& position, const care::Tool* tool);

} // namespace knotmap::posture
