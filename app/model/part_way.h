#pragma once

#include "app/model/solved_position.h"

namespace knotmap::app {

/// The body on its way from standing, share 0, into a position, share 1: every joint has gone that
/// share of its angle, and the body that share of its turn and way from where its feet will be,
/// lifted so that nothing of it goes through the floor. What carries it stands where it will;
/// `fit` is that of the position.
SolvedPosition partWay(const Library& library, const SolvedPosition& solved, float share);

} // namespace knotmap::app
