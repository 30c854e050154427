#include "engine/posture/forearm_on_table.h"

#include "engine/posture/press_target.h"
#include "engine/posture/reach.h"

#include <cmath>
#include <glm/geometric.hpp>
#include <glm/matrix.hpp>

namespace knotmap::posture {
namespace {

/// Half the thickness of the arm at elbow and wrist: its ulnar edge is down, the thumb up.
constexpr float kElbowMm = 42, kWristMm = 30;

struct ForearmPlacement
{
    body::Pose pose;
    float gapMm = 0; ///< distance of elbow or wrist from its target
};

/// Lowers the arm by flexion of shoulder and elbow.
class TableArm
{
public:
    TableArm(const body::BodyModel& model, const glm::mat4& placement, core::Side side, float topMm)
        : m_skeleton(*model.skeleton), m_placement(placement),
          m_up(glm::inverse(placement) * glm::vec4(0, 1, 0, 0)), m_side(side), m_topMm(topMm)
    {}

    const glm::vec3& up() const { return m_up; } ///< in the body's frame

    ForearmPlacement lay(const body::Pose& pose) const
    {
        const body::BoneTransforms transforms = m_skeleton.transforms(pose);
        std::vector<posture::ReachGoal> goals;
        addGoal(goals, transforms, anatomy::kElbow, kElbowMm);
        addGoal(goals, transforms, anatomy::kWrist, kWristMm);
        std::vector<std::uint32_t> dofs;
        for (const anatomy::JointKey& joint : {anatomy::kShoulder, anatomy::kElbow})
            if (const auto dof = m_skeleton.find(joint, m_side, "flexion"))
                dofs.push_back(*dof);
        const body::Pose resting = posture::reach(m_skeleton, pose, dofs, goals);
        return {resting, posture::worstMissMm(m_skeleton.transforms(resting), goals)};
    }

    void turn(body::Pose& pose, const anatomy::JointKey& joint, const char* motion, float deg) const
    {
        if (const auto dof = m_skeleton.find(joint, m_side, motion)) {
            pose.anglesDeg[*dof] += deg;
            m_skeleton.clamp(pose);
        }
    }

private:
    void addGoal(std::vector<posture::ReachGoal>& goals, const body::BoneTransforms& transforms,
                 const anatomy::JointKey& key, float overTopMm) const
    {
        const auto joint = m_skeleton.findJoint(key, m_side);
        if (!joint)
            return;
        posture::ReachGoal goal;
        goal.joint = *joint;
        goal.point = m_skeleton.joints()[*joint].at;
        glm::vec3 target(m_placement *
                         glm::vec4(transformPoint(transforms[*joint], goal.point), 1));
        target.y = m_topMm + overTopMm;
        goal.target = glm::vec3(glm::inverse(m_placement) * glm::vec4(target, 1));
        goal.along = m_up;
        goals.push_back(goal);
    }

    const body::Skeleton& m_skeleton;
    const glm::mat4& m_placement;
    glm::vec3 m_up;
    core::Side m_side;
    float m_topMm;
};

} // namespace

body::Pose forearmOnTable(const body::BodyModel& model, const body::Pose& pose,
                          const glm::mat4& placement, core::Side side, float topMm)
{
    return TableArm(model, placement, side, topMm).lay(pose).pose;
}

body::Pose forearmOnTable(const body::BodyModel& model, const body::Pose& pose,
                          const glm::mat4& placement, core::Side side, float topMm,
                          const PressTarget& target)
{
    // Weights of a degree of arm rotation, and of a millimetre off the table, relative to the
    // point's upward rotation.
    constexpr float kEase = 0.003F, kOffTable = 0.05F;
    const TableArm arm(model, placement, side, topMm);
    body::Pose best = pose;
    float bestScore = -1e30F;
    for (const float elbowOutDeg : {0.0F, -20.0F, 20.0F})
        for (const float pronationDeg : {0.0F, -60.0F, 60.0F}) {
            body::Pose turned = pose;
            arm.turn(turned, anatomy::kShoulder, "abduction", elbowOutDeg);
            arm.turn(turned, anatomy::kShoulder, "inward rotation", elbowOutDeg);
            arm.turn(turned, anatomy::kForearmRotation, "pronation", pronationDeg);
            const ForearmPlacement arms = arm.lay(turned);
            const glm::vec3 pressing =
                posed(model, model.skeleton->transforms(arms.pose), target).pressing;
            const float score = -glm::dot(pressing, arm.up()) - kOffTable * arms.gapMm -
                                kEase * (std::abs(elbowOutDeg) + std::abs(pronationDeg));
            if (score > bestScore) {
                bestScore = score;
                best = arms.pose;
            }
        }
    return best;
}

} // namespace knotmap::posture
