#include "engine/posture/free_hands.h"

#include "engine/posture/arm_reach.h"
#include "engine/posture/hold_grip.h"
#include "engine/posture/press_target.h"

#include <algorithm>
#include <array>
#include <glm/geometric.hpp>
#include <glm/matrix.hpp>
#include <tuple>
#include <utility>

namespace knotmap::posture {
namespace {

using anatomy::fingerJoint;
using anatomy::JointKey;
using Phalanx = anatomy::JointSegment;

/// The middles of joints in a hand that lies flat on the floor: both edges of the palm, the ball
/// of the thumb and the thumb beside it.
constexpr std::array<std::pair<JointKey, float>, 5> kFlatHand = {
    {{fingerJoint(2, Phalanx::Proximal), 17},
     {fingerJoint(5, Phalanx::Proximal), 15},
     {anatomy::kWrist, 27},
     {anatomy::kThumbBase, 24},
     {fingerJoint(1, Phalanx::Distal), 13}}};
/// And of the elbow in an arm that lies on it.
constexpr float kElbowMm = 42;
/// Below this height above the floor, a shoulder is supported by the forearm.
constexpr float kUpperArmMm = 290;

using JointMotion = std::pair<JointKey, const char*>;
using LandmarkOn = std::pair<const char*, JointKey>;

constexpr std::array<LandmarkOn, 4> kFingerTips = {
    {{"index-tip", fingerJoint(2, Phalanx::Distal)},
     {"middle-tip", fingerJoint(3, Phalanx::Distal)},
     {"ring-tip", fingerJoint(4, Phalanx::Distal)},
     {"little-tip", fingerJoint(5, Phalanx::Distal)}}};
/// How high they lie over the floor.
constexpr float kTipMm = 6;

std::vector<std::uint32_t> dofsOf(const body::Skeleton& skeleton, core::Side side,
                                  std::initializer_list<JointMotion> motions)
{
    std::vector<std::uint32_t> dofs;
    for (const auto& [joint, motion] : motions)
        if (const auto dof = skeleton.find(joint, side, motion))
            dofs.push_back(*dof);
    return dofs;
}

/// Goals that bring points of one arm down to the floor.
class FloorGoals
{
public:
    FloorGoals(const body::BodyModel& model, const body::BoneTransforms& transforms,
               const glm::mat4& placement, core::Side side)
        : m_model(model), m_transforms(transforms), m_placement(placement),
          m_down(glm::inverse(placement) * glm::vec4(0, -1, 0, 0)), m_side(side)
    {}

    /// A landmark of the skin.
    void addLandmark(const LandmarkOn& landmark, float heightMm)
    {
        auto goal = landmarkGoal(m_model, landmark.first, landmark.second, m_side, glm::vec3(0),
                                 glm::vec3(0));
        if (!goal)
            return;
        add(*goal, heightMm);
    }

    /// The middle of a joint.
    void addJoint(const JointKey& key, float heightMm)
    {
        const auto joint = m_model.skeleton->findJoint(key, m_side);
        if (!joint)
            return;
        posture::ReachGoal goal;
        goal.joint = *joint;
        goal.point = m_model.skeleton->joints()[*joint].at;
        add(goal, heightMm);
    }

    std::vector<posture::ReachGoal> goals;

private:
    void add(posture::ReachGoal goal, float heightMm)
    {
        glm::vec3 target(m_placement *
                         glm::vec4(transformPoint(m_transforms[goal.joint], goal.point), 1));
        target.y = heightMm;
        goal.target = glm::vec3(glm::inverse(m_placement) * glm::vec4(target, 1));
        goal.along = m_down;
        goals.push_back(goal);
    }

    const body::BodyModel& m_model;
    const body::BoneTransforms& m_transforms;
    const glm::mat4& m_placement;
    glm::vec3 m_down;
    core::Side m_side;
};

/// Maximum distance of a palm from its target for it to rest there.
constexpr float kNearMm = 30;
/// Weights of a millimetre inside the body and of a degree of upper arm extension relative to a
/// millimetre from the target.
constexpr float kInsideCounts = 0.5F, kDrawnBackCounts = 0.5F;
/// Weight of a quarter turn of the palm off the skin: a hand at rest lies flat.
constexpr float kFlatMm = 60;
/// Radius that a palm covers.
constexpr float kHandMm = 100;

/// How a hand lies at rest: on both balls of the palm and under the middle finger, the fingers a
/// little bent. On round flesh the middle of the three stands off.
care::Grip restingGrip(const body::Skeleton& skeleton, core::Side side)
{
    care::Grip grip;
    grip.contacts = {"thenar", "hypothenar", "middle-base-front"};
    grip.slackDeg = 0;
    grip.sinkMm = -4;
    for (const std::size_t finger : {2, 3, 4, 5})
        for (const auto& [phalanx, deg] :
             {std::pair{Phalanx::Proximal, 12.0F}, std::pair{Phalanx::Middle, 18.0F},
              std::pair{Phalanx::Distal, 8.0F}})
            if (const auto joint = skeleton.findJoint(fingerJoint(finger, phalanx), side))
                grip.joints.push_back({skeleton.joints()[*joint].id, side, "flexion", deg});
    return grip;
}

/// Unit, out of the palm, perpendicular to the plane of its three contact pads; in the measured
/// stance.
std::optional<glm::vec3> acrossPalm(const body::BodyModel& model, const care::Grip& grip,
                                    core::Side side)
{
    std::array<glm::vec3, 3> pads;
    glm::vec3 outwards(0);
    for (std::size_t i = 0; i < pads.size(); ++i) {
        const auto landmark = model.atlas->landmark(grip.contacts[i], side);
        const auto on = landmark ? model.skin->closest(*landmark) : std::nullopt;
        if (!on)
            return std::nullopt;
        pads[i] = on->position;
        outwards += on->normal;
    }
    const glm::vec3 across = glm::normalize(glm::cross(pads[1] - pads[0], pads[2] - pads[0]));
    return glm::dot(across, outwards) < 0 ? -across : across;
}

/// The mean skin normal under a whole palm around a point; unit, in the measured stance.
glm::vec3 broadNormal(const body::BodyModel& model, const glm::vec3& point, const glm::vec3& normal)
{
    constexpr float kPalmMm = 55;
    const geometry::Mesh& mesh = model.coarseSkin->surface().mesh();
    glm::vec3 sum = normal;
    for (std::size_t i = 0; i < mesh.positions.size(); ++i)
        if (glm::distance(mesh.positions[i], point) < kPalmMm &&
            glm::dot(mesh.normals[i], normal) > 0)
            sum += mesh.normals[i];
    return glm::normalize(sum);
}

struct PalmPlacement
{
    ArmReach reach;
    glm::vec3 at; ///< on the skin, posed
};

/// Brings the palm onto a landmark, from `start`, clear of the body.
std::optional<PalmPlacement> palmOn(const body::BodyModel& model, const body::Pose& start,
                                    const care::HandOn& hand, const ArmSupports& supports)
{
    const auto point = model.atlas->landmark(hand.landmark, hand.side);
    const care::Grip grip = restingGrip(*model.skeleton, hand.hand);
    auto held = holdGrip(model, grip, hand.hand, start);
    if (!point || !held)
        return std::nullopt;
    const body::RigidTransform transform =
        body::skinTransformAt(model, model.skeleton->transforms(start), *point);
    const auto onSkin = model.skin->closest(*point);
    const glm::vec3 inwards =
        -transformDirection(transform, broadNormal(model, onSkin->position, onSkin->normal));
    const glm::vec3 at = transformPoint(transform, onSkin->position);
    held->goal.target = at + grip.sinkMm * inwards;
    held->goal.wanted = inwards;
    held->goal.directionMm = kFlatMm;
    if (const auto across = acrossPalm(model, grip, hand.hand))
        held->goal.direction = *across;
    return PalmPlacement{reachWithArm(model, *held, hand.hand, supports), at};
}

/// Beside the trunk, slightly lateral of the shoulder: no elbow is abducted for a hand on the
/// thigh.
FloorPlane besideTrunk(const body::Skeleton& skeleton, const body::BoneTransforms& transforms,
                       core::Side side)
{
    constexpr float kOutMm = 90;
    const float out = side == core::Side::Right ? -1.0F : 1.0F;
    const auto spine = skeleton.findJoint(anatomy::kRibCage, core::Side::Midline);
    const auto shoulder = skeleton.findJoint(anatomy::kShoulder, side);
    FloorPlane plane;
    if (!spine || !shoulder)
        return plane;
    plane.up = transformDirection(transforms[*spine], glm::vec3(out, 0, 0));
    plane.heightMm =
        glm::dot(transformPoint(transforms[*shoulder], skeleton.joints()[*shoulder].at), plane.up) +
        kOutMm;
    return plane;
}

float drawnBackDeg(const body::Skeleton& skeleton, const body::Pose& pose, core::Side side)
{
    const auto dof = skeleton.find(anatomy::kShoulder, side, "flexion");
    return dof ? std::max(0.0F, -pose.anglesDeg[*dof]) : 0;
}

} // namespace

body::Pose handOnThigh(const body::BodyModel& model, const body::Pose& pose, core::Side side,
                       const glm::vec3& pressPoint)
{
    const body::Skeleton& skeleton = *model.skeleton;
    body::Pose start = pose;
    for (const auto& [joint, motion, angle] :
         {std::tuple{anatomy::kShoulder, "flexion", 12.0F},
          std::tuple{anatomy::kShoulder, "abduction", 12.0F},
          std::tuple{anatomy::kShoulder, "inward rotation", 10.0F},
          std::tuple{anatomy::kElbow, "flexion", 55.0F},
          std::tuple{anatomy::kForearmRotation, "pronation", 110.0F}})
        if (const auto dof = skeleton.find(joint, side, motion)) // one it lacks is no loss
            (void)skeleton.set(start, *dof, angle);
    // Where the thigh is steep the hand lies nearer the knee: no upper arm is drawn back for it.
    constexpr float kGoodEnough = 8;
    ArmSupports supports;
    supports.elbowIn = besideTrunk(skeleton, skeleton.transforms(pose), side);
    body::Pose best = pose;
    float smallest = kNearMm;
    for (const char* point : {"thigh-front-mid", "thigh-front-lower", "knee-front"}) {
        const auto placement = palmOn(model, start, {side, point, side}, supports);
        if (!placement || glm::distance(placement->at, pressPoint) < kHandMm)
            continue;
        const float cost = placement->reach.missMm +
                           kInsideCounts * placement->reach.penetrationMm +
                           kDrawnBackCounts * drawnBackDeg(skeleton, placement->reach.pose, side);
        if (cost < smallest) {
            smallest = cost;
            best = placement->reach.pose;
        }
        if (cost < kGoodEnough)
            break;
    }
    return best;
}

body::Pose handOn(const body::BodyModel& model, const body::Pose& pose, const care::HandOn& hand,
                  const ArmSupports& supports)
{
    const auto placement = palmOn(model, pose, hand, supports);
    return placement && placement->reach.missMm < kNearMm ? placement->reach.pose : pose;
}

HandDown handOnFloor(const body::BodyModel& model, const body::Pose& pose,
                     const glm::mat4& placement, core::Side side)
{
    const body::Skeleton& skeleton = *model.skeleton;
    const body::BoneTransforms transforms = skeleton.transforms(pose);
    HandDown result{pose, 0};
    const auto shoulder = skeleton.findJoint(anatomy::kShoulder, side);
    if (!shoulder)
        return result;
    const glm::vec3 at(
        placement *
        glm::vec4(transformPoint(transforms[*shoulder], skeleton.joints()[*shoulder].at), 1));
    FloorGoals floor(model, transforms, placement, side);
    for (const LandmarkOn& tip : kFingerTips)
        floor.addLandmark(tip, kTipMm);
    for (const auto& [joint, heightMm] : kFlatHand)
        floor.addJoint(joint, heightMm);
    if (at.y < kUpperArmMm)
        floor.addJoint(anatomy::kElbow, kElbowMm);
    const std::vector<posture::ReachGoal>& goals = floor.goals;
    const auto dofs = dofsOf(skeleton, side,
                             {{anatomy::kShoulder, "flexion"},
                              {anatomy::kShoulder, "abduction"},
                              {anatomy::kShoulder, "inward rotation"},
                              {anatomy::kElbow, "flexion"},
                              {anatomy::kForearmRotation, "pronation"},
                              {anatomy::kWrist, "flexion"},
                              {anatomy::kWrist, "ulnar deviation"},
                              {anatomy::kThumbBase, "flexion"},
                              {anatomy::kThumbBase, "abduction"},
                              {fingerJoint(1, Phalanx::Proximal), "flexion"},
                              {fingerJoint(2, Phalanx::Proximal), "flexion"},
                              {fingerJoint(3, Phalanx::Proximal), "flexion"},
                              {fingerJoint(4, Phalanx::Proximal), "flexion"},
                              {fingerJoint(5, Phalanx::Proximal), "flexion"}});
    result.pose = posture::reach(skeleton, pose, dofs, goals);
    result.gapMm = posture::worstMissMm(skeleton.transforms(result.pose), goals);
    return result;
}

} // namespace knotmap::posture
