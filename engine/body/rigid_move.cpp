#include "engine/body/rigid_move.h"

#include <glm/geometric.hpp>

namespace knotmap::body {
RigidMove makeMove(const glm::quat& turn, const glm::vec3& shift)
{
    return {turn, glm::quat(0, shift.x, shift.y, shift.z) * turn * 0.5F};
}

RigidMove turnAbout(const glm::vec3& place, const glm::vec3& unitAxis, float angleDeg)
{
    const glm::quat turn = glm::angleAxis(glm::radians(angleDeg), unitAxis);
    return makeMove(turn, place - turn * place);
}

RigidMove normalised(const RigidMove& sum)
{
    // What no joint moves, or what two pull apart by a whole turn, stays where it is.
    const float length = glm::length(sum.turn), scale = length > 1e-6F ? 1 / length : 0;
    return {sum.turn * scale, sum.dual * scale};
}

glm::mat4 matrixOf(const RigidMove& move)
{
    return {glm::vec4(turned(move, {1, 0, 0}), 0), glm::vec4(turned(move, {0, 1, 0}), 0),
            glm::vec4(turned(move, {0, 0, 1}), 0), glm::vec4(shiftOf(move), 1)};
}

} // namespace knotmap::body
