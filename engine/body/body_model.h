#pragma once

#include "engine/body/atlas.h"
#include "engine/body/coarse_skin.h"
#include "engine/body/pose.h"
#include "engine/geometry/surface.h"

#include <memory>

namespace knotmap::body {

/// One body with everything needed to pose it and to query its skin. Shared and immutable.
struct BodyModel
{
    std::shared_ptr<const Atlas> atlas;
    std::shared_ptr<const geometry::Surface> skin;
    std::shared_ptr<const CoarseSkin> coarseSkin; ///< of `atlas`
    std::shared_ptr<const Skeleton> skeleton;     ///< its posable joints
};

/// The move that a pose gives to the skin nearest to a point of the measured stance, and to what is
/// on or under it there.
RigidTransform skinTransformAt(const BodyModel& model, const BoneTransforms& transforms,
                               const glm::vec3& place);

} // namespace knotmap::body
