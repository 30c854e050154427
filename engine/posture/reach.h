#pragma once

#include "engine/body/pose.h"

namespace knotmap::posture {

/// Something that a place of the body is to come to; all in the body's frame, mm.
struct ReachGoal
{
    std::uint32_t joint = 0; ///< that carries the place
    glm::vec3 place{0};      ///< in the measured stance
    glm::vec3 target{0};     ///< where the pose is to have it
    /// Unit: only the distance to the target along this counts, as for a foot on a floor.
    std::optional<glm::vec3> along;
    /// Unit, in the measured stance, and the way it is to point in the pose; none when zero.
    glm::vec3 direction{0}, wanted{0};
    /// What a quarter turn away from `wanted` counts against a distance, mm.
    float directionMm = 0;
    float slackDeg = 0; ///< away from `wanted` that counts nothing
    float weight = 1;
};

/// Turns the given degrees of freedom, within their limits, until the goals are met as nearly as
/// can be; what is left free stays near the pose it started from and, where a joint knows such
/// angles, within what is held without strain. Damped least squares: deterministic, without a
/// random start.
body::Pose reach(const body::Skeleton& skeleton, const body::Pose& start,
                 const std::vector<std::uint32_t>& dofs, const std::vector<ReachGoal>& goals);
/// The same from one pose while staying near another, `home`.
body::Pose reachFrom(const body::Skeleton& skeleton, const body::Pose& start,
                     const body::Pose& home, const std::vector<std::uint32_t>& dofs,
                     const std::vector<ReachGoal>& goals);

/// How far a goal's place is from its target, mm.
float missMm(const body::BoneTransforms& transforms, const ReachGoal& goal);
/// The worst of several.
float worstMissMm(const body::BoneTransforms& transforms, const std::vector<ReachGoal>& goals);
/// What its direction's being off counts, mm.
float slantMm(const body::BoneTransforms& transforms, const ReachGoal& goal);

} // namespace knotmap::posture
