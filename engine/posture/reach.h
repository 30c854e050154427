#pragma once

#include "engine/body/pose.h"

namespace knotmap::posture {

/// A target for a point of the body; all in the body's frame, mm.
struct ReachGoal
{
    std::uint32_t joint = 0; ///< that carries the point
    glm::vec3 point{0};      ///< in the measured stance
    glm::vec3 target{0};     ///< target in the pose
    /// Unit: only the distance to the target along this counts, as for a foot on a floor.
    std::optional<glm::vec3> along;
    /// Unit, in the measured stance, and its target direction in the pose; none when zero.
    glm::vec3 direction{0}, wanted{0};
    /// Weight of a quarter turn away from `wanted` relative to a distance, mm.
    float directionMm = 0;
    float slackDeg = 0; ///< tolerated angle from `wanted`
    float weight = 1;
};

/// Moves the given degrees of freedom, within their limits, until the goals are met as closely as
/// possible; remaining freedom stays near the start pose and, where a joint defines such a range,
/// within what is held without strain. Damped least squares: deterministic, without a random start.
body::Pose reach(const body::Skeleton& skeleton, const body::Pose& start,
                 const std::vector<std::uint32_t>& dofs, const std::vector<ReachGoal>& goals);
/// The same from one pose while staying near another, `home`.
body::Pose reachFrom(const body::Skeleton& skeleton, const body::Pose& start,
                     const body::Pose& home, const std::vector<std::uint32_t>& dofs,
                     const std::vector<ReachGoal>& goals);

/// The distance of a goal's point from its target, mm.
float missMm(const body::BoneTransforms& transforms, const ReachGoal& goal);
/// The greatest of several.
float worstMissMm(const body::BoneTransforms& transforms, const std::vector<ReachGoal>& goals);
/// The cost of its direction's deviation, mm.
float slantMm(const body::BoneTransforms& transforms, const ReachGoal& goal);

} // namespace knotmap::posture
