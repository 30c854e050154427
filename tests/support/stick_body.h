#pragma once

#include "engine/body/joint_instances.h"
#include "engine/posture/ankle_on_knee.h"
#include "engine/posture/arm_clearance.h"
#include "engine/posture/arm_reach.h"
#include "engine/posture/body_chain.h"
#include "engine/posture/curl_fingers.h"
#include "engine/posture/feet_down.h"
#include "engine/posture/flesh_parts.h"
#include "engine/posture/forearm_on_table.h"
#include "engine/posture/free_hands.h"
#include "engine/posture/hold_grip.h"
#include "engine/posture/interpolate_position.h"
#include "engine/posture/leg_on_bed.h"
#include "engine/posture/mirror_position.h"
#include "engine/posture/on_supports.h"
#include "engine/posture/penetration.h"
#include "engine/posture/place_props.h"
#include "engine/posture/press_target.h"
#include "engine/posture/pressing_hand.h"
#include "engine/posture/self_contact.h"
#include "engine/posture/statics.h"
#include "engine/posture/touches.h"
#include "engine/posture/weight.h"
#include "engine/props/furniture.h"
#include "engine/props/prop_mesh.h"
#include "engine/props/supports.h"
#include "tests/support/brick.h"

#include <glm/gtc/matrix_transform.hpp>
#include <stdexcept>

namespace knotmap::testing {

// A body of bricks, each carried by one joint, with round dimensions so that results can be worked
// out by hand. It stands on Y = 0 and faces +Z, its right side at X < 0; all in mm. The arms hang
// at X = -200 and 200 with the palms forward, the legs stand at X = -100 and 100.

/// The joints of the right side and the midline, with the ids and keys of
/// assets/anatomy/joints.toml.
inline std::vector<anatomy::Joint> stickJoints()
{
    std::vector<anatomy::Joint> joints;
    const auto add = [&](const char* id, const anatomy::JointKey& key, const char* parent,
                         const glm::vec3& at, std::vector<anatomy::Motion> motions) {
        anatomy::Joint joint;
        joint.id = id;
        joint.key = key;
        joint.parent = parent;
        joint.midline = at.x == 0;
        joint.at = at;
        joint.motions = std::move(motions);
        joints.push_back(joint);
    };
    const glm::vec3 forwards(-1, 0, 0), outwards(0, 0, -1), inwards(0, 1, 0);
    add("pelvis", anatomy::kPelvis, "", {0, 900, 0}, {});
    add("lumbar", anatomy::kUpperLumbarSpine, "pelvis", {0, 1000, 0},
        {{"flexion", -forwards, -30, 60}, {"bending to the right", -outwards, -30, 30}});
    add("thoracic", anatomy::kRibCage, "lumbar", {0, 1150, 0},
        {{"turning to the right", -inwards, -30, 30}});
    add("cervicothoracic", anatomy::kLowerNeck, "thoracic", {0, 1450, 0},
        {{"flexion", -forwards, -40, 40}});
    add("atlantooccipital", anatomy::kHeadOnNeck, "cervicothoracic", {0, 1530, 0},
        {{"flexion", -forwards, -20, 20}});
    add("glenohumeral", anatomy::kShoulder, "thoracic", {-200, 1400, 0},
        {{"flexion", forwards, -45, 120},
         {"abduction", outwards, -30, 120},
         {"inward rotation", inwards, -90, 90}});
    add("elbow", anatomy::kElbow, "glenohumeral", {-200, 1100, 0}, {{"flexion", forwards, 0, 140}});
    add("radioulnar", anatomy::kForearmRotation, "elbow", {-200, 1090, 0},
        {{"pronation", inwards, 0, 160}});
    add("wrist", anatomy::kWrist, "radioulnar", {-200, 850, 0},
        {{"flexion", forwards, -65, 80}, {"ulnar deviation", -outwards, -20, 32}});
    for (const auto& [finger, x] : {std::pair{"2", -225.0F}, {"3", -205.0F}}) {
        const std::string number = finger, knuckle = "metacarpophalangeal-" + number,
                          middle = "proximal-interphalangeal-" + number,
                          end = "distal-interphalangeal-" + number;
        const auto phalanx = [digit = number == "2" ? 2U : 3U](anatomy::JointSegment which) {
            return anatomy::fingerJoint(digit, which);
        };
        add(knuckle.c_str(), phalanx(anatomy::JointSegment::Proximal), "wrist", {x, 768, 0},
            {{"flexion", forwards, -40, 85}});
        add(middle.c_str(), phalanx(anatomy::JointSegment::Middle), knuckle.c_str(), {x, 735, 0},
            {{"flexion", forwards, 0, 100}});
        add(end.c_str(), phalanx(anatomy::JointSegment::Distal), middle.c_str(), {x, 712, 0},
            {{"flexion", forwards, 0, 70}});
    }
    add("hip", anatomy::kHip, "pelvis", {-100, 900, 0},
        {{"flexion", forwards, -20, 120},
         {"abduction", outwards, -25, 60},
         {"inward rotation", inwards, -60, 40}});
    add("knee", anatomy::kKnee, "hip", {-100, 480, 0}, {{"flexion", -forwards, 0, 140}});
    add("ankle", anatomy::kAnkle, "knee", {-100, 70, 0}, {{"dorsiflexion", forwards, -50, 30}});
    add("subtalar", anatomy::kBelowTalus, "ankle", {-100, 50, 0},
        {{"inversion", -outwards, -10, 25}});
    return joints;
}

/// A box of tissue that moves with one joint.
struct StickPart
{
    const char* joint;
    glm::vec3 low, high;
};

/// Of the right side and the midline. None touches another, so that a point in one lies in no
/// other.
inline std::vector<StickPart> stickParts()
{
    return {{"pelvis", {-150, 850, -90}, {150, 996, 90}},
            {"lumbar", {-150, 1004, -90}, {150, 1146, 90}},
            {"thoracic", {-155, 1154, -100}, {155, 1446, 100}},
            {"cervicothoracic", {-50, 1454, -50}, {50, 1526, 50}},
            {"atlantooccipital", {-80, 1534, -90}, {80, 1760, 90}},
            {"glenohumeral", {-235, 1104, -35}, {-165, 1435, 35}},
            {"elbow", {-230, 1000, -30}, {-170, 1096, 30}},
            {"radioulnar", {-230, 854, -30}, {-170, 996, 30}},
            {"wrist", {-240, 772, -12}, {-160, 850, 12}},
            {"metacarpophalangeal-2", {-233, 737, -6}, {-217, 768, 6}},
            {"proximal-interphalangeal-2", {-233, 714, -6}, {-217, 733, 6}},
            {"distal-interphalangeal-2", {-233, 690, -6}, {-217, 710, 6}},
            {"metacarpophalangeal-3", {-213, 737, -6}, {-197, 768, 6}},
            {"proximal-interphalangeal-3", {-213, 714, -6}, {-197, 733, 6}},
            {"distal-interphalangeal-3", {-213, 690, -6}, {-197, 710, 6}},
            {"hip", {-155, 484, -70}, {-45, 846, 70}},
            {"knee", {-145, 74, -50}, {-55, 476, 50}},
            {"subtalar", {-145, 0, -70}, {-55, 66, 170}}};
}

inline std::vector<body::LandmarkPosition> stickLandmarks()
{
    return {{"vertex", {0, 1760, 0}},
            {"jaw-angle", {-80, 1540, 0}},
            {"sternal-notch", {0, 1440, 100}},
            {"xiphoid", {0, 1160, 100}},
            {"navel", {0, 1000, 90}},
            {"olecranon", {-200, 1090, -30}},
            {"thenar", {-215, 830, 12}},
            {"hypothenar", {-185, 830, 12}},
            {"middle-base-front", {-200, 795, 12}},
            {"index-tip", {-225, 700, 6}},
            {"middle-tip", {-205, 700, 6}},
            {"thigh-front-mid", {-105, 680, 70}},
            {"thigh-front-lower", {-105, 560, 70}},
            {"knee-front-above", {-105, 520, 70}},
            {"calf-mid", {-100, 300, -50}},
            {"leg-outer-lower", {-145, 120, 0}},
            {"ankle-outer", {-145, 90, 0}},
            {"heel-sole", {-100, 0, -60}},
            {"heel-back", {-100, 30, -70}},
            {"toe-end", {-100, 30, 170}},
            {"ball-big-toe", {-65, 0, 120}},
            {"ball-little-toe", {-135, 0, 120}}};
}

/// Round masses, the same for both sexes except for the head; each centre of mass is halfway along.
inline std::vector<care::Segment> stickSegments()
{
    const auto segment = [](const char* id, const char* joint, const char* from, const char* to,
                            bool paired, float percent) {
        return care::Segment{id, joint, from, to, paired, {percent, percent}, {50, 50}};
    };
    std::vector<care::Segment> segments = {
        segment("head", "atlantooccipital", "vertex", "jaw-angle", false, 8),
        segment("chest", "thoracic", "sternal-notch", "xiphoid", false, 16),
        segment("belly", "lumbar", "xiphoid", "navel", false, 16),
        segment("pelvis", "pelvis", "navel", "hip", false, 12),
        segment("upper-arm", "glenohumeral", "glenohumeral", "elbow", true, 3),
        segment("forearm", "elbow", "elbow", "wrist", true, 1.5F),
        segment("hand", "wrist", "wrist", "metacarpophalangeal-3", true, 0.5F),
        segment("thigh", "hip", "hip", "knee", true, 14),
        segment("shank", "knee", "knee", "ankle", true, 4),
        segment("foot", "subtalar", "heel-back", "toe-end", true, 1)};
    segments.front().mass.female = 108;
    return segments;
}

/// The body with what the functions of posture need.
class StickBody
{
public:
    StickBody()
    {
        auto atlas = std::make_shared<body::Atlas>();
        m_joints = stickJoints();
        m_segments = stickSegments();
        atlas->joints = body::placeJoints(m_joints);
        atlas->landmarks = stickLandmarks();
        for (const StickPart& part : stickParts()) {
            const bool midline = part.low.x < 0 && part.high.x > 0;
            const bool small = part.high.x - part.low.x < 30;
            const geometry::Mesh mesh = brick(part.low, part.high, small ? 7.0F : 25.0F);
            addPart(*atlas, mesh, part.joint, midline ? core::Side::Midline : core::Side::Right);
            if (!midline)
                addPart(*atlas, mirrored(mesh), part.joint, core::Side::Left);
        }
        m_model.skin = std::make_shared<const geometry::Surface>(
            std::shared_ptr<const geometry::Mesh>(atlas, &atlas->skin.mesh));
        m_model.skeleton = std::make_shared<const body::Skeleton>(*atlas, m_joints);
        m_model.coarseSkin = std::make_shared<const body::CoarseSkin>(*atlas);
        m_model.atlas = std::move(atlas);
    }

    const body::BodyModel& model() const { return m_model; }
    const body::Skeleton& skeleton() const { return *m_model.skeleton; }
    const geometry::Mesh& skin() const { return m_model.atlas->skin.mesh; }

    std::uint32_t joint(const char* id, core::Side side) const
    {
        return m_model.skeleton->findJoint(id, side).value();
    }
    /// The standing body with some joints bent; a midline joint accepts any side.
    body::Pose pose(const std::vector<care::PoseAngle>& angles) const
    {
        body::Pose pose = skeleton().rest();
        bend(pose, angles);
        return pose;
    }
    void bend(body::Pose& pose, const std::vector<care::PoseAngle>& angles) const
    {
        for (const care::PoseAngle& each : angles)
            if (const auto refused =
                    skeleton().set(pose, each.joint, each.side, each.motion, each.deg))
                throw std::invalid_argument(refused->message);
    }
    body::BoneTransforms transforms(const std::vector<care::PoseAngle>& angles) const
    {
        return skeleton().transforms(pose(angles));
    }
    float angle(const body::Pose& pose, const char* joint, core::Side side,
                const char* motion) const
    {
        return pose.anglesDeg[skeleton().find(joint, side, motion).value()];
    }
    /// The position in a pose of a point of the standing body that moves with a joint.
    glm::vec3 pointIn(const body::Pose& pose, const char* id, core::Side side,
                      const glm::vec3& position) const
    {
        return body::transformPoint(skeleton().transforms(pose)[joint(id, side)], position);
    }
    /// A joint's own centre in a pose.
    glm::vec3 centreIn(const body::Pose& pose, const char* id, core::Side side) const
    {
        return pointIn(pose, id, side, skeleton().joints()[joint(id, side)].at);
    }
    /// All of the skin, posed and in the world.
    std::vector<glm::vec3> skinIn(const body::BoneTransforms& transforms,
                                  const glm::mat4& placement) const
    {
        return posture::skinPoints(m_model, transforms, placement, 1);
    }

    /// A point of the skin that is pressed perpendicularly inwards.
    posture::PressTarget pointOn(const glm::vec3& position, const glm::vec3& normal) const
    {
        posture::PressTarget point;
        point.side = position.x > 0 ? core::Side::Left : core::Side::Right;
        point.onSkin = position;
        point.pressing = -normal;
        return point;
    }
    /// A pose in the world, with only the floor.
    posture::SolvedPosition onFloor(const body::Pose& pose, const glm::mat4& placement) const
    {
        posture::SolvedPosition solved;
        solved.pose = pose;
        solved.transforms = skeleton().transforms(pose);
        solved.placement = placement;
        solved.faces = {props::floorFace()};
        return solved;
    }

    posture::BodyChain chain(const body::BoneTransforms& transforms, const glm::mat4& placement,
                             bool female = false) const
    {
        return posture::bodyChain(m_model, {m_segments, female}, transforms, placement);
    }
    posture::WeightSplit weight(const posture::SolvedPosition& solved) const
    {
        return posture::splitWeight(m_model, {m_segments}, solved, "");
    }

private:
    static void addPart(body::Atlas& atlas, const geometry::Mesh& mesh, const char* joint,
                        core::Side side)
    {
        append(atlas.skin.mesh, mesh);
        body::JointWeights rigid;
        for (std::size_t i = 0; i < atlas.joints.size(); ++i)
            if (atlas.joints[i].id == joint && atlas.joints[i].side == side)
                rigid.joints[0] = static_cast<std::uint8_t>(i);
        rigid.shares[0] = 255;
        atlas.skin.weights.resize(atlas.skin.mesh.positions.size(), rigid);
    }

    body::BodyModel m_model;
    std::vector<anatomy::Joint> m_joints;
    std::vector<care::Segment> m_segments;
};

/// A translation of the whole body.
inline glm::mat4 shifted(const glm::vec3& by)
{
    return glm::translate(glm::mat4(1), by);
}

} // namespace knotmap::testing
