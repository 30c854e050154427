#pragma once

#include "app/model/bounds.h"
#include "app/model/placed_point.h"
#include "engine/posture/weight.h"

namespace knotmap::app {

/// The overlay for a body in its position, or `share` of the way there: the contour of the standing
/// body, and once it is there its load distribution.
void addStartPose(scene::Scene& scene, const Library& library,
                  const posture::SolvedPosition& solved, float share);
void addWeight(scene::Scene& scene, const posture::WeightSplit& split, float share);

/// The load distribution of the body in a trigger point's position.
posture::WeightSplit weightOf(const Library& library, const PlacedPoint& placed,
                              const posture::SolvedPosition& solved);

/// The box around the standing body from which a position starts, in the world.
geometry::Bounds startBounds(const Library& library, const scene::StartPose& start);

/// Frames the body in its position and the standing one it came from.
scene::Camera viewOfBoth(const Library& library, const PlacedPoint& placed,
                         const scene::Scene& scene, float aspect);

/// The view of a static position: includes the standing body unless that makes the other much
/// smaller.
scene::Camera heldView(const Library& library, const PlacedPoint& placed, const scene::Scene& scene,
                       float aspect);

} // namespace knotmap::app
