#include "engine/body/body_model.h"

namespace knotmap::body {

SkinAttachment attachToSkin(const BodyModel& model, const glm::vec3& point)
{
    const auto on = model.skin->closest(point);
    if (!on)
        return {};
    const Skin& skin = model.atlas->skin;
    SkinAttachment attachment{{}, on->barycentric};
    for (std::size_t corner = 0; corner < 3; ++corner)
        attachment.corners[corner] = skin.weights[skin.mesh.indices[3 * on->triangle + corner]];
    return attachment;
}

RigidTransform transformOf(const SkinAttachment& attachment, const BoneTransforms& transforms)
{
    if (attachment.barycentric == glm::vec3(0))
        return {};
    return blend(attachment.corners, attachment.barycentric, transforms);
}

RigidTransform skinTransformAt(const BodyModel& model, const BoneTransforms& transforms,
                               const glm::vec3& point)
{
    return transformOf(attachToSkin(model, point), transforms);
}

} // namespace knotmap::body
