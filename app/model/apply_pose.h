#pragma once

#include "app/model/library.h"
#include "app/model/placed_point.h"
#include "engine/scene/scene.h"

namespace knotmap::app {

/// The same point where the pose has it.
PlacedPoint posedPoint(const Library& library, const body::BoneTransforms& transforms,
                       const PlacedPoint& placed);

/// Brings a scene of the measured stance into a pose: knots, the zone's dots, tool and arrow with
/// the skin beneath them; the rest follows when it is drawn.
void applyPose(scene::Scene& scene, const Library& library, const body::BoneTransforms& transforms);

} // namespace knotmap::app
