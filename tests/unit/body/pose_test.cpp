#include "engine/body/pose.h"

#include "engine/body/joint_instances.h"
#include "engine/body/skinning.h"
#include "tests/support/stick_body.h"

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>

using namespace knotmap;
using core::Side;

namespace {

anatomy::Joint jointOf(const char* id, const char* parent, bool midline, const glm::vec3& at,
                       std::vector<anatomy::Motion> motions)
{
    anatomy::Joint joint;
    joint.id = id;
    joint.parent = parent;
    joint.midline = midline;
    joint.at = at;
    joint.motions = std::move(motions);
    return joint;
}

/// A trunk that bends and rotates, with an arm of two joints on each side.
std::vector<anatomy::Joint> joints()
{
    return {jointOf("trunk", "", true, {0, 0, 0},
                    {{"flexion", {1, 0, 0}, -10, 30}, {"turning", {0, -1, 0}, -40, 40}}),
            jointOf("shoulder", "trunk", false, {-100, 300, 0},
                    {{"flexion", {-1, 0, 0}, -45, 170}, {"abduction", {0, 0, -1}, -20, 170}}),
            jointOf("elbow", "shoulder", false, {-100, 100, 0}, {{"flexion", {-1, 0, 0}, 0, 140}})};
}

struct Body
{
    body::Atlas atlas;
    body::Skeleton skeleton;
    Body() : atlas(withJoints()), skeleton(atlas, joints()) {}
    static body::Atlas withJoints()
    {
        body::Atlas atlas;
        atlas.joints = body::placeJoints(joints());
        return atlas;
    }
    std::uint32_t joint(const char* id, Side side) const { return *skeleton.findJoint(id, side); }
};

void checkNear(const glm::vec3& a, const glm::vec3& b)
{
    INFO(a.x << " " << a.y << " " << a.z << " is not " << b.x << " " << b.y << " " << b.z);
    CHECK(glm::distance(a, b) < 1e-3F);
}

} // namespace

TEST_CASE("a bent elbow brings the hand in front of it, and only on its side")
{
    const Body body;
    body::Pose pose = body.skeleton.rest();
    REQUIRE_FALSE(body.skeleton.set(pose, "elbow", Side::Right, "flexion", 90));
    const body::BoneTransforms transforms = body.skeleton.transforms(pose);
    const glm::vec3 hand(-100, -100, 0);
    checkNear(transformPoint(transforms[body.joint("elbow", Side::Right)], hand), {-100, 100, 200});
    checkNear(transformPoint(transforms[body.joint("elbow", Side::Left)], hand), hand);
    checkNear(inverseTransformPoint(transforms[body.joint("elbow", Side::Right)], {-100, 100, 200}),
              hand);
}

TEST_CASE("everything distal to a joint moves with it")
{
    const Body body;
    body::Pose pose = body.skeleton.rest();
    REQUIRE_FALSE(body.skeleton.set(pose, "shoulder", Side::Left, "flexion", 90));
    REQUIRE_FALSE(body.skeleton.set(pose, "elbow", Side::Left, "flexion", 90));
    const body::BoneTransforms transforms = body.skeleton.transforms(pose);
    // The arm points forwards, the forearm up.
    checkNear(transformPoint(transforms[body.joint("elbow", Side::Left)], {100, -100, 0}),
              {100, 500, 200});
}

TEST_CASE("a coupled motion has no angle of its own and takes its share")
{
    std::vector<anatomy::Joint> tree = joints();
    anatomy::Motion gliding{"gliding", {-1, 0, 0}, 0, 90};
    gliding.follows = anatomy::Following{"elbow", "flexion", 0.5F};
    tree.push_back(jointOf("cap", "shoulder", false, {-100, 100, 0}, {gliding}));
    body::Atlas atlas;
    atlas.joints = body::placeJoints(tree);
    const body::Skeleton skeleton(atlas, tree);
    body::Pose pose = skeleton.rest();
    CHECK_FALSE(skeleton.find("cap", Side::Right, "gliding"));
    CHECK(skeleton.set(pose, "cap", Side::Right, "gliding", 10));
    REQUIRE_FALSE(skeleton.set(pose, "elbow", Side::Right, "flexion", 60));
    const body::BoneTransforms transforms = skeleton.transforms(pose);
    const glm::vec3 below(-100, 0, 0);
    checkNear(
        transformPoint(transforms[*skeleton.findJoint("cap", Side::Right)], below),
        {-100, 100 - 100 * std::cos(glm::radians(30.0F)), 100 * std::sin(glm::radians(30.0F))});
    checkNear(transformPoint(transforms[*skeleton.findJoint("cap", Side::Left)], {100, 0, 0}),
              {100, 0, 0});
}

TEST_CASE("motions of a joint apply in the order written, the last one first")
{
    const Body body;
    body::Pose pose = body.skeleton.rest();
    REQUIRE_FALSE(body.skeleton.set(pose, "shoulder", Side::Right, "flexion", 90));
    REQUIRE_FALSE(body.skeleton.set(pose, "shoulder", Side::Right, "abduction", 90));
    const body::BoneTransforms transforms = body.skeleton.transforms(pose);
    // Abducted, the arm points right; flexion about the same axis leaves it there.
    checkNear(transformPoint(transforms[body.joint("shoulder", Side::Right)], {-100, 100, 0}),
              {-300, 300, 0});
}

TEST_CASE("the mirror image of a pose swaps the sides and turns the trunk the other way")
{
    const Body body;
    body::Pose pose = body.skeleton.rest();
    REQUIRE_FALSE(body.skeleton.set(pose, "trunk", Side::Midline, "turning", 30));
    REQUIRE_FALSE(body.skeleton.set(pose, "trunk", Side::Midline, "flexion", 20));
    REQUIRE_FALSE(body.skeleton.set(pose, "shoulder", Side::Right, "abduction", 70));
    REQUIRE_FALSE(body.skeleton.set(pose, "elbow", Side::Right, "flexion", 50));
    const body::BoneTransforms right = body.skeleton.transforms(pose);
    const body::BoneTransforms left = body.skeleton.transforms(body.skeleton.mirrored(pose));
    const glm::vec3 hand(-130, -100, 40), mirror(-1, 1, 1);
    checkNear(mirror * transformPoint(right[body.joint("elbow", Side::Right)], hand),
              transformPoint(left[body.joint("elbow", Side::Left)], mirror * hand));
    CHECK(body.skeleton.mirrored(body.skeleton.mirrored(pose)).anglesDeg == pose.anglesDeg);
}

TEST_CASE("limits are named in the refusal, and leave the pose as it was")
{
    const Body body;
    body::Pose pose = body.skeleton.rest();
    const auto refused = body.skeleton.set(pose, "elbow", Side::Left, "flexion", 150);
    REQUIRE(refused);
    CHECK(refused->message ==
          "elbow.left flexion of 150 degrees is past the joint's limits, 0 to 140");
    CHECK(pose.anglesDeg == body.skeleton.rest().anglesDeg);
    CHECK(body.skeleton.set(pose, "elbow", Side::Left, "flexion", std::nanf("")));
    const auto joint = body.skeleton.set(pose, "elbwo", Side::Left, "flexion", 10);
    REQUIRE(joint);
    CHECK(joint->message.find("Did you mean elbow?") != std::string::npos);
    const auto motion = body.skeleton.set(pose, "elbow", Side::Left, "twist", 10);
    REQUIRE(motion);
    CHECK(motion->message == "joint 'elbow' has no motion 'twist'; it has: flexion");
}

TEST_CASE("angles are clamped to their limits, and the smallest margin is reported")
{
    const Body body;
    body::Pose pose = body.skeleton.rest();
    const auto elbow = body.skeleton.find("elbow", Side::Right, "flexion");
    REQUIRE(elbow);
    pose.anglesDeg[*elbow] = 150;
    CHECK(body.skeleton.marginDeg(pose) == -10);
    body.skeleton.clamp(pose);
    CHECK(pose.anglesDeg[*elbow] == 140);
    CHECK(body.skeleton.marginDeg(pose) == 0);
}

TEST_CASE("a point between two bones rotates half as far and keeps its distance from the joint")
{
    const Body body;
    body::Pose pose = body.skeleton.rest();
    REQUIRE_FALSE(body.skeleton.set(pose, "elbow", Side::Right, "flexion", 120));
    const body::BoneTransforms transforms = body.skeleton.transforms(pose);
    body::JointWeights half;
    half.joints = {static_cast<std::uint8_t>(body.joint("shoulder", Side::Right)),
                   static_cast<std::uint8_t>(body.joint("elbow", Side::Right)), 0, 0};
    half.shares = {128, 127, 0, 0};
    const glm::vec3 elbow(-100, 100, 0), behind(-100, 100, -40);
    const glm::vec3 posed = transformPoint(blend(half, transforms), behind);
    // A mean of matrices would bring it to half the distance: the collapsing-elbow artefact.
    CHECK(glm::distance(posed, elbow) == Approx(40).margin(0.01));
    CHECK(glm::dot(glm::normalize(posed - elbow), glm::vec3(0, 0, -1)) == Approx(0.5).margin(0.02));
}

TEST_CASE("a strongly rotated forearm keeps its thickness halfway")
{
    const glm::vec3 axis(0, 1, 0);
    const body::BoneTransforms transforms{{}, body::rotationAbout({0, 0, 0}, axis, 170)};
    body::JointWeights half;
    half.joints = {0, 1, 0, 0};
    half.shares = {128, 127, 0, 0};
    const glm::vec3 posed = transformPoint(blend(half, transforms), {30, 50, 0});
    CHECK(glm::length(glm::vec3(posed.x, 0, posed.z)) == Approx(30).margin(0.01));
    CHECK(posed.y == Approx(50).margin(0.01));
}

TEST_CASE("a freedom's axis is the line about which a small change rotates")
{
    const Body body;
    body::Pose pose = body.skeleton.rest();
    for (std::size_t f = 0; f < pose.anglesDeg.size(); ++f)
        pose.anglesDeg[f] = 0.4F * body.skeleton.dofs()[f].highDeg;
    const body::BoneTransforms transforms = body.skeleton.transforms(pose);
    for (std::uint32_t f = 0; f < pose.anglesDeg.size(); ++f) {
        const std::uint32_t joint = body.skeleton.dofs()[f].joint;
        body::Pose further = pose;
        further.anglesDeg[f] += 5;
        const body::Axis axis = body.skeleton.axisOf(f, pose, transforms);
        const glm::vec3 rest(-30, 20, 70);
        const glm::vec3 turned = transformPoint(body::rotationAbout(axis.point, axis.direction, 5),
                                                transformPoint(transforms[joint], rest));
        INFO(body.skeleton.nameOf(f));
        CHECK(glm::distance(
                  turned, transformPoint(body.skeleton.transforms(further)[joint], rest)) < 0.01F);
    }
}

TEST_CASE("a joint carries itself and its descendants")
{
    const Body body;
    const std::uint32_t shoulder = body.joint("shoulder", Side::Right);
    const std::uint32_t elbow = body.joint("elbow", Side::Right);
    CHECK(body.skeleton.carries(shoulder, elbow));
    CHECK(body.skeleton.carries(elbow, elbow));
    CHECK_FALSE(body.skeleton.carries(elbow, shoulder));
    CHECK_FALSE(body.skeleton.carries(body.joint("shoulder", Side::Left), elbow));
}

TEST_CASE("of joints with equal weights the first moves a vertex most")
{
    body::JointWeights weights;
    weights.joints = {3, 7, 2, 0};
    weights.shares = {100, 40, 115, 0};
    CHECK(body::strongestJoint(weights) == 2);
    weights.shares = {100, 100, 55, 0};
    CHECK(body::strongestJoint(weights) == 3);
}

TEST_CASE("an identity pose leaves a mesh unchanged, to the bit")
{
    const Body body;
    geometry::Mesh mesh;
    mesh.positions = {{-100.03F, 57.1F, 12.7F}, {3.3F, 210.9F, -8.1F}};
    mesh.normals = {{0.6F, 0.8F, 0}, {0, 0, -1}};
    std::vector<body::JointWeights> weights(2);
    weights[0].joints = {1, 3, 0, 2};
    weights[0].shares = {101, 77, 50, 27};
    weights[1].shares = {255, 0, 0, 0};
    const geometry::Mesh posed =
        posedMesh(mesh, weights, body.skeleton.transforms(body.skeleton.rest()));
    CHECK(posed.positions == mesh.positions);
    CHECK(posed.normals == mesh.normals);
}

TEST_CASE("the moves of one arm alone equal those in the whole body")
{
    const Body body;
    body::Pose pose = body.skeleton.rest();
    REQUIRE_FALSE(body.skeleton.set(pose, "trunk", Side::Midline, "turning", 20));
    REQUIRE_FALSE(body.skeleton.set(pose, "shoulder", Side::Left, "flexion", 70));
    REQUIRE_FALSE(body.skeleton.set(pose, "shoulder", Side::Right, "abduction", 40));
    const std::uint32_t left = body.joint("elbow", Side::Left);
    const std::vector<bool> wanted = body.skeleton.carrying({left});
    CHECK(wanted[body.joint("trunk", Side::Midline)]);
    CHECK(wanted[body.joint("shoulder", Side::Left)]);
    CHECK_FALSE(wanted[body.joint("shoulder", Side::Right)]);
    const body::BoneTransforms whole = body.skeleton.transforms(pose),
                               part = body.skeleton.transforms(pose, wanted);
    const glm::vec3 hand(100, -100, 0);
    checkNear(transformPoint(part[left], hand), transformPoint(whole[left], hand));
    // Joints not asked for stay where they were.
    checkNear(transformPoint(part[body.joint("shoulder", Side::Right)], hand), hand);
}

TEST_CASE("joints are found by part, kind and digit, on each side")
{
    const testing::StickBody stick;
    const body::Skeleton& skeleton = stick.skeleton();
    using anatomy::BodyPart;
    const auto ids = [&](const std::vector<std::uint32_t>& joints) {
        std::vector<std::string> names;
        for (const std::uint32_t joint : joints)
            names.push_back(
                core::instanceName(skeleton.joints()[joint].id, skeleton.joints()[joint].side));
        return names;
    };
    using Names = std::vector<std::string>;
    CHECK(skeleton.findJoint(anatomy::kElbow, Side::Left) == stick.joint("elbow", Side::Left));
    CHECK(skeleton.findJoint(anatomy::kRibCage, Side::Left) ==
          stick.joint("thoracic", Side::Midline));
    CHECK_FALSE(skeleton.findJoint(anatomy::kJaw, Side::Midline));
    CHECK(ids(skeleton.jointsOf(BodyPart::Foot, Side::Right)) ==
          Names{"ankle.right", "subtalar.right"});
    CHECK(ids(skeleton.jointsOf(BodyPart::Thorax, Side::Left)) == Names{"thoracic"});
    CHECK(ids(skeleton.jointsOfFinger(3, Side::Left)) == Names{"metacarpophalangeal-3.left",
                                                               "proximal-interphalangeal-3.left",
                                                               "distal-interphalangeal-3.left"});
    CHECK(skeleton.jointsOfFinger(1, Side::Left).empty());
    CHECK(ids(skeleton.findJoints({anatomy::kWrist, anatomy::kJaw, anatomy::kHip}, Side::Right)) ==
          Names{"wrist.right", "hip.right"});
    CHECK(skeleton.find(anatomy::kWrist, Side::Left, "flexion") ==
          skeleton.find("wrist", Side::Left, "flexion").value());
    CHECK_FALSE(skeleton.find(anatomy::kWrist, Side::Left, "pronation"));
    CHECK_FALSE(skeleton.find(anatomy::kJaw, Side::Midline, "opening"));
}
