#pragma once

#include "engine/care/guide.h"

namespace knotmap::care {

/// Adds a fault for each card whose parts contradict each other: its first position does not allow
/// its first tool, or some tool fits no position; a position that allows none of its tools; a
/// position for pressing where nothing is pressed, or the reverse; a stroking dose in a position
/// that holds still, or the reverse.
void checkCards(const Guide& guide, core::Faults& faults);

} // namespace knotmap::care
