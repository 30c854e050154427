#pragma once

#include "app/model/library.h"
#include "app/model/placed_point.h"
#include "engine/scene/scene.h"

namespace knotmap::app {

/// The move that a pose gives to the skin nearest to a place and to what lies on or under it.
body::RigidMove moveAt(const Library& library, const body::Moves& moves, const glm::vec3& place);

/// The same point where the pose has it.
PlacedPoint posedPoint(const Library& library, const body::Moves& moves, const PlacedPoint& placed);

/// Brings a scene of the measured stance into a pose: knots, the zone's dots, tool and arrow with
/// the skin beneath them; the rest follows when it is drawn.
void applyPose(scene::Scene& scene, const Library& library, const body::Moves& moves);

/// A pose written as "hip flexion 90, knee.right flexion 40"; a joint without a side means both.
core::Result<body::Pose> parsePose(const body::Skeleton& skeleton, std::string_view text);

} // namespace knotmap::app
