#pragma once

#include "app/model/library.h"
#include "app/model/placed_point.h"
#include "engine/scene/scene.h"

namespace knotmap::app {

/// The same trigger point in the pose.
PlacedPoint posedPoint(const Library& library, const body::BoneTransforms& transforms,
                       const PlacedPoint& placed);

/// Brings a scene of the measured stance into a pose: knots, tool and arrow follow the skin beneath
/// them; the body and the zones follow when they are drawn. `attachments` are the knots'.
void applyPose(scene::Scene& scene, const std::vector<body::SkinAttachment>& attachments,
               const body::BoneTransforms& transforms);

} // namespace knotmap::app
