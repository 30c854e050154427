#pragma once

#include <glm/geometric.hpp>
#include <glm/gtc/quaternion.hpp>
#include <glm/mat4x4.hpp>
#include <glm/vec3.hpp>

namespace knotmap::body {

/// A turn and a shift as a dual quaternion: what carries a bone from the measured stance to where
/// a pose has it. Sums of such moves, brought back to unit length, are rigid moves again, which is
/// why flesh shared between two bones neither thins out nor folds (Kavan et al., Geometric
/// Skinning with Approximate Dual Quaternion Blending, ACM Trans. Graph. 27:105, 2008).
struct RigidTransform
{
    glm::quat turn{1, 0, 0, 0};
    glm::quat dual{0, 0, 0, 0};
};

/// Where the move carries the origin.
inline glm::vec3 translationOf(const RigidTransform& move)
{
    const glm::vec3 turn(move.turn.x, move.turn.y, move.turn.z);
    const glm::vec3 dual(move.dual.x, move.dual.y, move.dual.z);
    return 2.0F * (move.turn.w * dual - move.dual.w * turn + glm::cross(turn, dual));
}

/// A turn about the origin, then a shift in mm.
RigidTransform makeTransform(const glm::quat& turn, const glm::vec3& shift);
/// A turn about a place.
RigidTransform rotationAbout(const glm::vec3& place, const glm::vec3& unitAxis, float angleDeg);
/// `second` after `first`. Signs are kept, so that a turn past 180 degrees stays one.
inline RigidTransform after(const RigidTransform& second, const RigidTransform& first)
{
    return {second.turn * first.turn, second.turn * first.dual + second.dual * first.turn};
}

/// The sum of moves, each by its share, is a move only once it has this length 1.
RigidTransform normalised(const RigidTransform& sum);

inline glm::vec3 transformDirection(const RigidTransform& move, const glm::vec3& direction)
{
    const glm::vec3 axis(move.turn.x, move.turn.y, move.turn.z);
    return direction +
           2.0F * glm::cross(axis, glm::cross(axis, direction) + move.turn.w * direction);
}

inline glm::vec3 transformPoint(const RigidTransform& move, const glm::vec3& place)
{
    return transformDirection(move, place) + translationOf(move);
}

/// Where a moved place came from.
inline glm::vec3 inverseTransformPoint(const RigidTransform& move, const glm::vec3& place)
{
    return transformDirection({glm::conjugate(move.turn), {0, 0, 0, 0}},
                              place - translationOf(move));
}

glm::mat4 matrixOf(const RigidTransform& move);

inline RigidTransform& addWeighted(RigidTransform& sum, const RigidTransform& move, float share)
{
    sum.turn = sum.turn + move.turn * share;
    sum.dual = sum.dual + move.dual * share;
    return sum;
}

} // namespace knotmap::body
