#include "engine/posture/penetration.h"

#include "engine/body/skinning.h"

#include <algorithm>

namespace knotmap::posture {
namespace {

/// Negative outside.
float depthIn(const props::Solid& solid, const glm::vec3& point)
{
    float depth = 1e30F;
    for (int axis = 0; axis < 3; ++axis)
        depth = std::min({depth, point[axis] - solid.low[axis], solid.high[axis] - point[axis]});
    return depth;
}

} // namespace

std::vector<glm::vec3> skinPoints(const body::BodyModel& model,
                                  const body::BoneTransforms& transforms,
                                  const glm::mat4& placement, std::size_t stride)
{
    const body::Skin& skin = model.atlas->skin;
    std::vector<glm::vec3> points;
    points.reserve(skin.weights.size() / stride + 1);
    for (std::size_t i = 0; i < skin.weights.size(); i += stride) {
        const glm::vec3 posed =
            body::transformPoint(body::blend(skin.weights[i], transforms), skin.mesh.positions[i]);
        points.emplace_back(placement * glm::vec4(posed, 1));
    }
    return points;
}

float deepestIn(const std::vector<props::Solid>& solids, const std::vector<glm::vec3>& points)
{
    float deepest = 0;
    for (const glm::vec3& point : points) {
        deepest = std::max(deepest, -point.y);
        for (const props::Solid& solid : solids)
            deepest = std::max(deepest, depthIn(solid, point));
    }
    return deepest;
}

} // namespace knotmap::posture
