#include "engine/posture/leg_on_bed.h"

#include "engine/posture/arm_reach.h"

#include <array>
#include <utility>

namespace knotmap::posture {

LegPlacement legOnBed(const body::BodyModel& model, const body::Pose& pose, core::Side side,
                      const FloorPlane& top)
{
    constexpr float kSinksMm = 4;
    const body::Skeleton& skeleton = *model.skeleton;
    const body::BoneTransforms transforms = skeleton.transforms(pose);
    std::vector<posture::ReachGoal> goals;
    static constexpr std::array<std::pair<const char*, anatomy::JointKey>, 2> kLies = {
        {{"calf-mid", anatomy::kKnee}, {"heel-back", anatomy::kBelowTalus}}};
    for (const auto& [landmark, joint] : kLies) {
        auto goal = landmarkGoal(model, landmark, joint, side, glm::vec3(0), glm::vec3(0));
        if (!goal)
            continue;
        const glm::vec3 at = transformPoint(transforms[goal->joint], goal->point);
        goal->target = at + (top.heightMm - kSinksMm - glm::dot(at, top.up)) * top.up;
        goal->along = top.up;
        goals.push_back(*goal);
    }
    std::vector<std::uint32_t> dofs;
    for (const anatomy::JointKey& joint : {anatomy::kHip, anatomy::kKnee})
        if (const auto dof = skeleton.find(joint, side, "flexion"))
            dofs.push_back(*dof);
    const body::Pose resting = posture::reach(skeleton, pose, dofs, goals);
    return {resting, posture::worstMissMm(skeleton.transforms(resting), goals)};
}

} // namespace knotmap::posture
