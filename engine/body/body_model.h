#pragma once

#include "engine/body/atlas.h"
#include "engine/body/coarse_skin.h"
#include "engine/body/pose.h"
#include "engine/geometry/surface.h"

#include <memory>

namespace knotmap::body {

/// One body with what is needed to pose it and to ask where its skin is. Shared and never changed.
struct BodyModel
{
    std::shared_ptr<const Atlas> atlas;
    std::shared_ptr<const geometry::Surface> skin;
    std::shared_ptr<const CoarseSkin> coarseSkin; ///< of `atlas`
    std::shared_ptr<const Skeleton> skeleton;     ///< how `atlas` can be posed
};

/// The move that a pose gives to the skin nearest to a place of the measured stance, and to what
/// lies on or under it there.
RigidTransform skinTransformAt(const BodyModel& model, const BoneTransforms& transforms,
                               const glm::vec3& place);

} // namespace knotmap::body
