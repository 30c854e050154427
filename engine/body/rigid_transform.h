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
inline glm::vec3 translationOf(const RigidTransform& transform)
{
    const glm::vec3 turn(transform.turn.x, transform.turn.y, transform.turn.z);
    const glm::vec3 dual(transform.dual.x, transform.dual.y, transform.dual.z);
    return 2.0F * (transform.turn.w * dual - transform.dual.w * turn + glm::cross(turn, dual));
}

/// A rotation about the origin, then a translation in mm.
RigidTransform makeTransform(const glm::quat& turn, const glm::vec3& shift);
/// A rotation about a point.
RigidTransform rotationAbout(const glm::vec3& point, const glm::vec3& unitAxis, float angleDeg);
/// `second` after `first`. Signs are kept, so that a rotation past 180 degrees stays one.
inline RigidTransform after(const RigidTransform& second, const RigidTransform& first)
{
    return {second.turn * first.turn, second.turn * first.dual + second.dual * first.turn};
}

/// A weighted sum of moves is a move only once it is normalised to this length, 1.
RigidTransform normalised(const RigidTransform& sum);

inline glm::vec3 transformDirection(const RigidTransform& transform, const glm::vec3& direction)
{
    const glm::vec3 axis(transform.turn.x, transform.turn.y, transform.turn.z);
    return direction +
           2.0F * glm::cross(axis, glm::cross(axis, direction) + transform.turn.w * direction);
}

inline glm::vec3 transformPoint(const RigidTransform& transform, const glm::vec3& point)
{
    return transformDirection(transform, point) + translationOf(transform);
}

/// The original position of a moved point.
inline glm::vec3 inverseTransformPoint(const RigidTransform& transform, const glm::vec3& point)
{
    return transformDirection({glm::conjugate(transform.turn), {0, 0, 0, 0}},
                              point - translationOf(transform));
}

glm::mat4 matrixOf(const RigidTransform& transform);

inline RigidTransform& addWeighted(RigidTransform& sum, const RigidTransform& transform,
                                   float share)
{
    sum.turn = sum.turn + transform.turn * share;
    sum.dual = sum.dual + transform.dual * share;
    return sum;
}

} // namespace knotmap::body
