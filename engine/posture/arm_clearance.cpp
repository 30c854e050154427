#include "engine/posture/arm_clearance.h"

#include <algorithm>
#include <array>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <initializer_list>
#include <iterator>

namespace knotmap::posture {
namespace {

using Phalanx = anatomy::JointSegment;

/// The arm may press that far into what it lies on.
constexpr float kGivesMm = 4;
/// Extra clearance of an arm from the floor, which does not yield.
constexpr float kClearMm = 4;
constexpr float kFingerMm = 14, kSkinMm = 5; // half a finger; the tissue over a bone
/// A fingertip lies on the skin itself.
constexpr float kTipMm = 8;
/// Points this near to the contact, or within their own thickness, are meant to touch.
constexpr float kTouchesMm = 30;
/// Depth at which a point of an arm is still pushed out of the body.
constexpr float kDeepestMm = 80;
/// Weights of a millimetre of penetration relative to one from the goal while pushing, and for a
/// finger that can be moved aside.
constexpr float kPushCounts = 0.6F, kFingerPushCounts = 0.25F;
/// Maximum distance of the skin from its position under one of its joints alone.
constexpr float kMixedMm = 25;
/// Beyond an obstacle's skin: an arm's thickness.
constexpr float kBeyondMm = 45;

} // namespace

ArmClearance::ArmClearance(const body::BodyModel& model, core::Side side,
                           std::optional<FloorPlane> floor, const HeldGrip& grip)
    : m_model(model), m_skeleton(*model.skeleton), m_side(side), m_floor(floor)
{
    findArm();
    findHand(grip);
    letTouch(grip);
    findObstacles();
}

void ArmClearance::findArm()
{
    const auto at = [&](const anatomy::JointKey& key) -> std::optional<glm::vec3> {
        const auto joint = m_skeleton.findJoint(key, m_side);
        return joint ? std::optional(m_skeleton.joints()[*joint].at) : std::nullopt;
    };
    const auto shoulder = at(anatomy::kShoulder), elbow = at(anatomy::kElbow),
               wrist = at(anatomy::kWrist),
               knuckle = at(anatomy::fingerJoint(3, Phalanx::Proximal));
    if (!shoulder || !elbow || !wrist || !knuckle)
        return;
    const auto between = [&](const anatomy::JointKey& joint, const glm::vec3& from,
                             const glm::vec3& to, std::initializer_list<float> shares,
                             float radius) {
        for (const float share : shares)
            m_points.push_back(
                {*m_skeleton.findJoint(joint, m_side), from + share * (to - from), radius});
    };
    between(anatomy::kShoulder, *shoulder, *elbow, {0.5F, 0.75F, 1.0F}, 38);
    between(anatomy::kElbow, *elbow, *wrist, {0.25F, 0.5F, 0.75F}, 32);
    between(anatomy::kWrist, *wrist, *knuckle, {0.0F, 0.5F}, 22);
    if (const auto olecranon = m_model.atlas->landmark("olecranon", m_side))
        m_points.push_back(
            {*m_skeleton.findJoint(anatomy::kElbow, m_side), *olecranon, kSkinMm, true});
}

void ArmClearance::findHand(const HeldGrip& grip)
{
    const auto add = [&](std::uint32_t joint, bool yields) {
        m_points.push_back({joint, m_skeleton.joints()[joint].at, kFingerMm, false, yields});
    };
    // The edges of the hand and its fingers; those that do not press may give way afterwards.
    for (const std::size_t edge : {2, 5})
        if (const auto knuckle =
                m_skeleton.findJoint(anatomy::fingerJoint(edge, Phalanx::Proximal), m_side))
            add(*knuckle, false);
    for (std::size_t finger = 1; finger < grip.fingerPresses.size(); ++finger)
        for (const std::uint32_t bend : bendsOf(finger))
            add(bend, !grip.fingerPresses[finger]);
}

void ArmClearance::letTouch(const HeldGrip& grip)
{
    const body::BoneTransforms transforms = m_skeleton.transforms(grip.pose);
    const glm::vec3 contact = body::transformPoint(transforms[grip.goal.joint], grip.goal.point);
    for (Point& each : m_points) {
        const glm::vec3 point = body::transformPoint(transforms[each.joint], each.point);
        // Only its centre must stay out: its soft tissue rests on the trigger point.
        if (glm::distance(point, contact) < std::max(kTouchesMm, each.radiusMm))
            each.radiusMm = 0;
    }
}

std::vector<ArmClearance::Point> ArmClearance::firmPoints() const
{
    std::vector<Point> firm;
    std::copy_if(m_points.begin(), m_points.end(), std::back_inserter(firm),
                 [](const Point& each) { return !each.yields; });
    return firm;
}

std::vector<std::uint32_t> ArmClearance::bendsOf(std::size_t finger) const
{
    const Phalanx first = finger == 1 ? Phalanx::Proximal : Phalanx::Middle;
    return m_skeleton.findJoints(
        {anatomy::fingerJoint(finger, first), anatomy::fingerJoint(finger, Phalanx::Distal)},
        m_side);
}

std::vector<ArmClearance::Point> ArmClearance::pointsOfFinger(std::size_t finger) const
{
    std::vector<Point> points;
    for (const std::uint32_t joint : bendsOf(finger))
        points.push_back({joint, m_skeleton.joints()[joint].at, kFingerMm});
    static constexpr std::array<const char*, 6> kTips = {nullptr,      "thumb-tip", "index-tip",
                                                         "middle-tip", "ring-tip",  "little-tip"};
    if (!points.empty() && finger < kTips.size())
        if (const auto tip = m_model.atlas->landmark(kTips[finger], m_side))
            points.push_back({points.back().joint, *tip, kTipMm});
    return points;
}

void ArmClearance::findObstacles()
{
    using namespace anatomy;
    const auto add = [&](const std::vector<JointKey>& keys, core::Side side) {
        for (const std::uint32_t joint : m_skeleton.findJoints(keys, side)) {
            geometry::Bounds extent = m_model.coarseSkin->extentOf(joint);
            extent.low -= glm::vec3(kBeyondMm);
            extent.high += glm::vec3(kBeyondMm);
            m_obstacles.push_back({joint, extent});
        }
    };
    add({kRibCage, kLowerThoracicSpine, kUpperLumbarSpine, kPelvis, kLowerNeck, kUpperNeck,
         kHeadOnNeck, kJaw},
        core::Side::Midline);
    for (const core::Side each : {core::Side::Right, core::Side::Left})
        add({kHip, kKnee, kAnkle, kBelowTalus}, each);
    add({kClavicle, kScapula, kShoulder, kUpperArmFlesh, kElbow, kForearmRotation, kWrist},
        core::opposite(m_side));
}

void ArmClearance::push(const Point& each, const glm::vec3& point, float depthMm,
                        const glm::vec3& outward, std::vector<posture::ReachGoal>& goals) const
{
    posture::ReachGoal goal;
    goal.joint = each.joint;
    goal.point = each.point;
    goal.target = point + (depthMm + 2) * outward;
    goal.along = outward;
    goal.weight = each.yields ? kFingerPushCounts : kPushCounts;
    goals.push_back(goal);
}

std::optional<std::pair<float, glm::vec3>>
ArmClearance::depthIn(const Obstacle& obstacle, const Point& each, const glm::vec3& at,
                      const body::BoneTransforms& transforms) const
{
    const glm::vec3 rest = body::inverseTransformPoint(transforms[obstacle.joint], at);
    if (glm::clamp(rest, obstacle.extent.low, obstacle.extent.high) != rest)
        return std::nullopt;
    const body::CoarseSkin& skin = *m_model.coarseSkin;
    const auto near = skin.surface().closestWithin(rest, kDeepestMm);
    // The nearest skin may move with another joint, or with the arm itself.
    if (!near || !skin.goesWith(near->triangle, obstacle.joint))
        return std::nullopt;
    if (near->distance > each.radiusMm + kMixedMm &&
        glm::dot(rest - near->position, near->normal) > 0)
        return std::nullopt;
    // Skin between two joints moves with neither alone: repeat from its own position.
    const body::RigidTransform transform = skin.transformAt(near->triangle, transforms);
    const glm::vec3 there = body::inverseTransformPoint(transform, at);
    const auto on = skin.surface().closestWithin(there, kDeepestMm);
    if (!on || !skin.goesWith(on->triangle, obstacle.joint))
        return std::nullopt;
    const bool inside = glm::dot(there - on->position, on->normal) < 0;
    const float depth = each.radiusMm - kGivesMm + (inside ? on->distance : -on->distance);
    if (depth <= 0)
        return std::nullopt;
    return std::pair(depth, body::transformDirection(transform, on->normal));
}

float ArmClearance::pushOut(const body::BoneTransforms& transforms,
                            std::vector<posture::ReachGoal>& goals) const
{
    float worst = 0;
    for (const Point& each : m_points) {
        const glm::vec3 point = body::transformPoint(transforms[each.joint], each.point);
        if (m_floor) {
            const float over = glm::dot(point, m_floor->up) - m_floor->heightMm;
            const float depth = each.radiusMm + kClearMm - over;
            if (depth > 0)
                push(each, point, depth, m_floor->up, goals);
            worst = std::max(worst, depth);
        }
        if (each.floorOnly)
            continue;
        for (const Obstacle& obstacle : m_obstacles)
            if (const auto in = depthIn(obstacle, each, point, transforms)) {
                push(each, point, in->first, in->second, goals);
                worst = std::max(worst, in->first);
            }
    }
    return worst;
}

std::optional<float> ArmClearance::signedDepth(const body::BoneTransforms& transforms,
                                               std::uint32_t joint, const glm::vec3& point) const
{
    constexpr float kReachMm = 30;
    const Point probe{joint, point, kReachMm + kGivesMm};
    const float found = depth(transforms, {probe});
    return found > 0 ? std::optional(found - kReachMm) : std::nullopt;
}

float ArmClearance::depth(const body::BoneTransforms& transforms,
                          const std::vector<Point>& points) const
{
    float worst = 0;
    for (const Point& each : points) {
        const glm::vec3 point = body::transformPoint(transforms[each.joint], each.point);
        if (m_floor)
            worst = std::max(worst, each.radiusMm + kClearMm -
                                        (glm::dot(point, m_floor->up) - m_floor->heightMm));
        if (each.floorOnly)
            continue;
        for (const Obstacle& obstacle : m_obstacles)
            if (const auto in = depthIn(obstacle, each, point, transforms))
                worst = std::max(worst, in->first);
    }
    return worst;
}

} // namespace knotmap::posture
