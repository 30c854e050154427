#pragma once

#include "app/model/library.h"
#include "app/model/placed_point.h"
#include "engine/scene/scene.h"

namespace knotmap::app {

/// The same trigger point in the pose.
PlacedPoint posedPoint(const Library& library, const body::BoneTransforms& transforms,
                       const PlacedPoint& placed);

/// Moves a scene of the measured stance into a pose: trigger points, the zone's dots, tool and
/// arrow with the skin beneath them; the rest follows in the shaders.
void applyPose(scene::Scene& scene, const Library& library, const body::BoneTransforms& transforms);

} // namespace knotmap::app
