#include "engine/body/rigid_move.h"

#include <glm/geometric.hpp>

namespace knotmap::body {
namespace {

glm::vec3 vectorOf(const glm::quat& q)
{
    return {q.x, q.y, q.z};
}

glm::vec3 shiftOf(const RigidMove& move)
{
    const glm::vec3 turn = vectorOf(move.turn), dual = vectorOf(move.dual);
    return 2.0F * (move.turn.w * dual - move.dual.w * turn + glm::cross(turn, dual));
}

} // namespace

RigidMove makeMove(const glm::quat& turn, const glm::vec3& shift)
{
    return {turn, glm::quat(0, shift.x, shift.y, shift.z) * turn * 0.5F};
}

RigidMove turnAbout(const glm::vec3& place, const glm::vec3& unitAxis, float angleDeg)
{
    const glm::quat turn = glm::angleAxis(glm::radians(angleDeg), unitAxis);
    return makeMove(turn, place - turn * place);
}

RigidMove after(const RigidMove& second, const RigidMove& first)
{
    return {second.turn * first.turn, second.turn * first.dual + second.dual * first.turn};
}

RigidMove normalised(const RigidMove& sum)
{
    // What no joint moves, or what two pull apart by a whole turn, stays where it is.
    const float length = glm::length(sum.turn), scale = length > 1e-6F ? 1 / length : 0;
    return {sum.turn * scale, sum.dual * scale};
}

glm::vec3 turned(const RigidMove& move, const glm::vec3& direction)
{
    const glm::vec3 axis = vectorOf(move.turn);
    return direction +
           2.0F * glm::cross(axis, glm::cross(axis, direction) + move.turn.w * direction);
}

glm::vec3 movedPlace(const RigidMove& move, const glm::vec3& place)
{
    return turned(move, place) + shiftOf(move);
}

glm::vec3 movedBack(const RigidMove& move, const glm::vec3& place)
{
    return turned({glm::conjugate(move.turn), {0, 0, 0, 0}}, place - shiftOf(move));
}

glm::mat4 matrixOf(const RigidMove& move)
{
    return {glm::vec4(turned(move, {1, 0, 0}), 0), glm::vec4(turned(move, {0, 1, 0}), 0),
            glm::vec4(turned(move, {0, 0, 1}), 0), glm::vec4(shiftOf(move), 1)};
}

} // namespace knotmap::body
