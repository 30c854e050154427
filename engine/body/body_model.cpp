#include "engine/body/body_model.h"

namespace knotmap::body {

RigidTransform skinTransformAt(const BodyModel& model, const BoneTransforms& transforms,
                               const glm::vec3& place)
{
    const auto on = model.skin->closest(place);
    if (!on)
        return {};
    const Skin& skin = model.atlas->skin;
    const auto weights = [&](std::size_t corner) {
        return skin.weights[skin.mesh.indices[3 * on->triangle + corner]];
    };
    return blend({weights(0), weights(1), weights(2)}, on->barycentric, transforms);
}

} // namespace knotmap::body
