#pragma once

#include <glm/geometric.hpp>
#include <glm/gtc/quaternion.hpp>
#include <glm/mat4x4.hpp>
#include <glm/vec3.hpp>

namespace knotmap::body {

/// A rotation and a translation as a dual quaternion: moves a bone from the measured stance to a
/// pose. Normalised sums of such moves are rigid moves again, which is why tissue shared between
/// two bones neither thins out nor folds (Kavan et al., Geometric Skinning with Approximate Dual
/// Quaternion Blending, ACM Trans. Graph. 27:105, 2008).
struct RigidTransform
{
    glm::quat turn{1, 0, 0, 0};
    glm::quat dual{0, 0, 0, 0};
};

/// The image of the origin.
inline glm::vec3 translationOf(const RigidTransform& move)
{
    const glm::vec3 turn(move.turn.x, move.turn.y, move.turn.z);
    const glm::vec3 dual(move.dual.x, move.dual.y, move.dual.z);
    return 2.0F * (move.turn.w * dual - move.dual.w * turn + glm::cross(turn, dual));
}

/// A rotation about the origin, then a translation in mm.
RigidTransform makeTransform(const glm::quat& turn, const glm::vec3& shift);
/// A rotation about a point.
RigidTransform rotationAbout(const glm::vec3& place, const glm::vec3& unitAxis, float angleDeg);
/// `second` after `first`. Signs are kept, so that a rotation past 180 degrees stays one.
inline RigidTransform after(const RigidTransform& second, const RigidTransform& first)
{
    return {second.turn * first.turn, second.turn * first.dual + second.dual * first.turn};
}

/// A weighted sum of moves is a move only once it is normalised to this length, 1.
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

/// The original position of a moved point.
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
