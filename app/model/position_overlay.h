#pragma once

#include "app/model/bounds.h"
#include "app/model/placed_point.h"
#include "engine/posture/weight.h"

namespace knotmap::app {

/// What is drawn about a body in its position, or `share` of the way there: the contour of the
/// standing body, and once it is there where its weight goes.
void addStartPose(scene::Scene& scene, const Library& library,
                  const posture::SolvedPosition& solved, float share);
void addWeight(scene::Scene& scene, const posture::WeightSplit& split, float share);

/// The weight of the body in a point's position.
posture::WeightSplit weightOf(const Library& library, const PlacedPoint& placed,
                              const posture::SolvedPosition& solved);

/// The box around the standing body where a position starts from, in the world.
geometry::Bounds startBounds(const Library& library, const scene::StartPose& start);

/// Looks at the body in its position and at the standing one it came from.
scene::Camera viewOfBoth(const Library& library, const PlacedPoint& placed,
                         const scene::Scene& scene, float aspect);

/// The view of a position that is held: the standing body is in it where the other gets not much
/// smaller for it.
scene::Camera heldView(const Library& library, const PlacedPoint& placed, const scene::Scene& scene,
                       float aspect);

} // namespace knotmap::app
