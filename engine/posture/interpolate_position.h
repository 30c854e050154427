#pragma once

#include "engine/posture/solved_position.h"

namespace knotmap::posture {

/// Where the standing body starts, on the floor or on a mat: moved from its measured position to
/// where the position has its feet. One lies down, sits down or leans back from where one's feet
/// are.
glm::vec3 standingOffset(const body::BodyModel& model, const SolvedPosition& solved);

/// The body on its way from standing, share 0, into a position, share 1: every joint has gone that
/// share of its angle, and the body that share of its turn and way from where its feet will be,
/// lifted so that nothing of it goes through the floor. What carries it stays where it is.
PlacedBody interpolatePosition(const body::BodyModel& model, const SolvedPosition& solved,
                               float share);

} // namespace knotmap::posture
