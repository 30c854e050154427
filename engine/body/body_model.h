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

/// What moves a place on the skin: the weights of the triangle it lies in.
struct SkinAttachment
{
    std::array<JointWeights, 3> corners{};
    glm::vec3 barycentric{0};
};

/// Attaches a place of the measured stance to the skin nearest to it.
SkinAttachment attachToSkin(const BodyModel& model, const glm::vec3& point);

/// The move that a pose gives to what is attached there.
RigidTransform transformOf(const SkinAttachment& attachment, const BoneTransforms& transforms);

/// The move that a pose gives to the skin nearest to a place of the measured stance, and to what
/// lies on or under it there.
RigidTransform skinTransformAt(const BodyModel& model, const BoneTransforms& transforms,
                               const glm::vec3& point);

} // namespace knotmap::body
