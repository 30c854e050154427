#include "engine/body/rigid_transform.h"

#include <glm/geometric.hpp>

namespace knotmap::body {
RigidTransform makeTransform(const glm::quat& turn, const glm::vec3& shift)
{
    return {turn, glm::quat(0, shift.x, shift.y, shift.z) * turn * 0.5F};
}

RigidTransform rotationAbout(const glm::vec3& point, const glm::vec3& unitAxis, float angleDeg)
{
    const glm::quat turn = glm::angleAxis(glm::radians(angleDeg), unitAxis);
    return makeTransform(turn, point - turn * point);
}

RigidTransform normalised(const RigidTransform& sum)
{
    // What no joint moves, or two whose rotations differ by a full turn (they cancel), stays in
    // place.
    const float length = glm::length(sum.turn), scale = length > 1e-6F ? 1 / length : 0;
    return {sum.turn * scale, sum.dual * scale};
}

glm::mat4 matrixOf(const RigidTransform& transform)
{
    return {glm::vec4(transformDirection(transform, {1, 0, 0}), 0),
            glm::vec4(transformDirection(transform, {0, 1, 0}), 0),
            glm::vec4(transformDirection(transform, {0, 0, 1}), 0),
            glm::vec4(translationOf(transform), 1)};
}

} // namespace knotmap::body
