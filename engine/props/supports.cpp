#include "engine/props/supports.h"

#include <glm/geometric.hpp>

namespace knotmap::props {

SupportFace floorFace()
{
    constexpr float kHalfMm = 5000;
    return {SupportFace::Kind::Floor, {-kHalfMm, 0, -kHalfMm}, {kHalfMm, 0, kHalfMm}, {0, 1, 0}};
}

bool liesOver(const SupportFace& face, const glm::vec3& point)
{
    constexpr float kEdgeMm = 1;
    const glm::vec3 flat = point - glm::dot(point - face.low, face.normal) * face.normal;
    for (int axis = 0; axis < 3; ++axis)
        if (flat[axis] < face.low[axis] - kEdgeMm || flat[axis] > face.high[axis] + kEdgeMm)
            return false;
    return true;
}

} // namespace knotmap::props
