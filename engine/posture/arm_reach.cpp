#include "engine/posture/arm_reach.h"

#include "engine/posture/arm_clearance.h"
#include "engine/posture/curl_fingers.h"

#include <algorithm>
#include <array>
#include <glm/geometric.hpp>

namespace knotmap::posture {
namespace {

/// Weight of a millimetre inside the body relative to one from the goal.
constexpr float kInsideCounts = 0.5F;
/// Deeper than this is no longer soft tissue yielding and weighs far more.
constexpr float kTooDeepMm = 11, kTooDeepCounts = 4;
constexpr int kPushes = 3;
/// What lies this far in front of the spine, or this far lateral, is reached from the front; weight
/// of a millimetre behind the spine.
constexpr float kInFrontMm = -30, kTrunkMm = 120, kBehindCounts = 0.5F;
/// Weight of the contact position relative to the goals that push the arm out, once nearly
/// converged.
constexpr float kPositionWeight = 4;
/// And that of an elbow that rests on something.
constexpr float kElbowCounts = 1.3F;
/// Weight of a degree past what is held without strain relative to a millimetre.
constexpr float kStrainCounts = 0.1F;

/// Whether a joint brings the hand to its place.
bool ofArm(const anatomy::JointKey& joint)
{
    static constexpr std::array<anatomy::JointKey, 6> kArm = {
        anatomy::kClavicle, anatomy::kScapula,         anatomy::kShoulder,
        anatomy::kElbow,    anatomy::kForearmRotation, anatomy::kWrist};
    return std::find(kArm.begin(), kArm.end(), joint) != kArm.end();
}

class Arm
{
public:
    Arm(const body::BodyModel& model, core::Side side, const ArmSupports& supports,
        const HeldGrip& grip)
        : m_model(model), m_skeleton(*model.skeleton), m_side(side),
          m_clearance(model, side, supports.floor, grip)
    {
        for (std::uint32_t f = 0; f < m_skeleton.dofs().size(); ++f) {
            const body::JointInstance& joint = m_skeleton.joints()[m_skeleton.dofs()[f].joint];
            if (joint.side == side && ofArm(joint.key))
                m_dofs.push_back(f);
        }
        if (supports.elbowIn)
            keepElbowIn(*supports.elbowIn);
    }

    /// From `start`, staying near `home`.
    ArmReach solve(const body::Pose& start, const body::Pose& home,
                   const posture::ReachGoal& goal) const
    {
        std::vector<posture::ReachGoal> goals = with(goal);
        const std::size_t lasting = goals.size();
        ArmReach best;
        float bestCost = 1e30F;
        body::Pose pose = start;
        for (int push = 0; push <= kPushes; ++push) {
            pose = posture::reachFrom(m_skeleton, pose, home, m_dofs, goals);
            ArmReach found{pose, 0, 0};
            const body::BoneTransforms transforms = m_skeleton.transforms(pose);
            found.missMm = posture::missMm(transforms, goal);
            goals.resize(lasting);
            found.penetrationMm = m_clearance.pushOut(transforms, goals);
            const float cost = found.missMm + besideMiss(found, transforms, goal);
            if (cost < bestCost) {
                bestCost = cost;
                best = found;
            }
            if (goals.size() == lasting)
                break;
        }
        return refined(best, goal);
    }

    /// The cost of a reach, lower is better.
    float costOf(const ArmReach& reached, const posture::ReachGoal& goal) const
    {
        const body::BoneTransforms transforms = m_skeleton.transforms(reached.pose);
        return kPositionWeight * reached.missMm + besideMiss(reached, transforms, goal);
    }

    /// Its depth in the body, except for the fingers that can yield.
    ArmReach withoutFreeFingers(ArmReach reached) const
    {
        reached.penetrationMm =
            m_clearance.depth(m_skeleton.transforms(reached.pose), m_clearance.firmPoints());
        return reached;
    }

    /// The fingers that do not press open or close until they are clear of the body.
    ArmReach withFingersCurled(ArmReach reached, const HeldGrip& grip) const
    {
        const float depth = curlFingers(m_skeleton, m_clearance, m_side, grip, reached.pose);
        reached.penetrationMm = std::max(reached.penetrationMm, depth);
        return reached;
    }

    /// The start with the shoulder rotated by this much.
    body::Pose begun(const body::Pose& start, float flexion, float abduction, float elbow) const
    {
        body::Pose pose = start;
        const auto add = [&](const anatomy::JointKey& joint, const char* motion, float angle) {
            if (const auto dof = m_skeleton.find(joint, m_side, motion))
                pose.anglesDeg[*dof] += angle;
        };
        add(anatomy::kShoulder, "flexion", flexion);
        add(anatomy::kShoulder, "abduction", abduction);
        add(anatomy::kElbow, "flexion", elbow);
        m_skeleton.clamp(pose);
        return pose;
    }

private:
    static float insideCost(float depthMm)
    {
        return kInsideCounts * depthMm + kTooDeepCounts * std::max(0.0F, depthMm - kTooDeepMm);
    }

    /// Costs other than the distance to the goal.
    float besideMiss(const ArmReach& reached, const body::BoneTransforms& transforms,
                     const posture::ReachGoal& goal) const
    {
        return insideCost(reached.penetrationMm) + posture::slantMm(transforms, goal) +
               elbowMiss(transforms) + behindCost(transforms, goal) + strainCost(reached.pose);
    }

    /// Sum over all joints of the angle past what is held without strain.
    float strainCost(const body::Pose& pose) const
    {
        float sum = 0;
        for (const std::uint32_t f : m_dofs)
            sum += m_skeleton.dofs()[f].strainDeg(pose.anglesDeg[f]);
        return kStrainCounts * sum;
    }

    /// Position counts for more than slant: solve once more for position alone, still clear of the
    /// body if that leaves it met.
    ArmReach refined(const ArmReach& reached, posture::ReachGoal goal) const
    {
        goal.directionMm = 0;
        const ArmReach plain =
            measured(posture::reach(m_skeleton, reached.pose, m_dofs, with(goal)), goal);
        if (plain.penetrationMm < kTooDeepMm)
            return plain;
        goal.weight = kPositionWeight;
        ArmReach clear = plain;
        for (int push = 0; push < kPushes && clear.penetrationMm >= kTooDeepMm; ++push) {
            std::vector<posture::ReachGoal> goals = with(goal);
            m_clearance.pushOut(m_skeleton.transforms(clear.pose), goals);
            clear = measured(posture::reach(m_skeleton, clear.pose, m_dofs, goals), goal);
        }
        return costOf(clear, goal) < costOf(plain, goal) ? clear : plain;
    }

    ArmReach measured(const body::Pose& pose, const posture::ReachGoal& goal) const
    {
        const body::BoneTransforms transforms = m_skeleton.transforms(pose);
        std::vector<posture::ReachGoal> pushes;
        return {pose, posture::missMm(transforms, goal), m_clearance.pushOut(transforms, pushes)};
    }

    /// The elbow's tip is to lie in a plane.
    void keepElbowIn(const FloorPlane& plane)
    {
        m_elbow = landmarkGoal(m_model, "olecranon", anatomy::kElbow, m_side,
                               plane.heightMm * plane.up, glm::vec3(0));
        if (!m_elbow)
            return;
        m_elbow->along = plane.up;
        m_elbow->weight = kElbowCounts;
    }

    /// The goal and the permanent ones beside it.
    std::vector<posture::ReachGoal> with(const posture::ReachGoal& goal) const
    {
        std::vector<posture::ReachGoal> goals = {goal};
        if (m_elbow)
            goals.push_back(*m_elbow);
        return goals;
    }

    float elbowMiss(const body::BoneTransforms& transforms) const
    {
        return m_elbow ? posture::missMm(transforms, *m_elbow) : 0;
    }

    /// Nobody reaches round their own back to a point in front or on the other arm.
    float behindCost(const body::BoneTransforms& transforms, const posture::ReachGoal& goal) const
    {
        const auto spine = m_skeleton.findJoint(anatomy::kRibCage, core::Side::Midline);
        if (!spine)
            return 0;
        const float outward = m_side == core::Side::Right ? -1.0F : 1.0F;
        // In the trunk's own frame: x lateral to the arm's side, z in front of the spine.
        const auto fromSpine = [&](const glm::vec3& point) {
            const glm::vec3 rest = body::inverseTransformPoint(transforms[*spine], point);
            return glm::vec3(outward * rest.x, rest.y, rest.z - m_skeleton.joints()[*spine].at.z);
        };
        const glm::vec3 pressPoint = fromSpine(goal.target);
        if (pressPoint.z < kInFrontMm && std::abs(pressPoint.x) < kTrunkMm)
            return 0;
        float furthest = 0;
        for (const ArmClearance::Point& each : m_clearance.points()) {
            const glm::vec3 point =
                fromSpine(body::transformPoint(transforms[each.joint], each.point));
            if (point.x < kTrunkMm)
                furthest = std::max(furthest, -point.z);
        }
        return kBehindCounts * furthest;
    }

    const body::BodyModel& m_model;
    const body::Skeleton& m_skeleton;
    core::Side m_side;
    ArmClearance m_clearance;
    std::optional<posture::ReachGoal> m_elbow; ///< if it leans on something
    std::vector<std::uint32_t> m_dofs;
};

} // namespace

body::Pose armsExchanged(const body::Skeleton& skeleton, const body::Pose& pose)
{
    const body::Pose image = skeleton.mirrored(pose);
    body::Pose exchanged = pose;
    for (std::uint32_t f = 0; f < skeleton.dofs().size(); ++f)
        if (ofArm(skeleton.joints()[skeleton.dofs()[f].joint].key))
            exchanged.anglesDeg[f] = image.anglesDeg[f];
    return exchanged;
}

std::optional<posture::ReachGoal> landmarkGoal(const body::BodyModel& model, const char* landmark,
                                               const anatomy::JointKey& joint, core::Side side,
                                               const glm::vec3& target, const glm::vec3& wanted)
{
    const auto point = model.atlas->landmark(landmark, side);
    const auto found = model.skeleton->findJoint(joint, side);
    const auto onSkin = point ? model.skin->closest(*point) : std::nullopt;
    if (!found || !onSkin)
        return std::nullopt;
    posture::ReachGoal goal;
    goal.joint = *found;
    goal.point = onSkin->position;
    goal.target = target;
    goal.direction = onSkin->normal;
    goal.wanted = wanted;
    return goal;
}

ArmReach reachWithArm(const body::BodyModel& model, const HeldGrip& grip, core::Side side,
                      const ArmSupports& supports)
{
    struct Beginning
    {
        float flexion, abduction, elbow;
    };
    constexpr float kGoodEnough = 15;
    static constexpr std::array<Beginning, 7> kBeginnings = {{{0, 0, 0},
                                                              {40, 20, 20},
                                                              {10, 60, 30},
                                                              {80, 40, 20},
                                                              {-40, 20, 40},
                                                              {10, -35, -30},
                                                              {-30, -25, 0}}};
    const Arm arm(model, side, supports, grip);
    const body::Pose& start = grip.pose;
    const posture::ReachGoal& goal = grip.goal;
    ArmReach best;
    float bestCost = 1e30F;
    for (const Beginning& each : kBeginnings) {
        if (bestCost < kGoodEnough)
            break;
        ArmReach reached = arm.withoutFreeFingers(
            arm.solve(arm.begun(start, each.flexion, each.abduction, each.elbow), start, goal));
        if (arm.costOf(reached, goal) >= bestCost)
            continue;
        reached = arm.withFingersCurled(reached, grip);
        const float cost = arm.costOf(reached, goal);
        if (cost < bestCost) {
            bestCost = cost;
            best = reached;
        }
    }
    return best;
}

} // namespace knotmap::posture
