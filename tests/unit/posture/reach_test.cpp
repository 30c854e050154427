#include "engine/posture/reach.h"

#include "engine/body/joint_instances.h"
#include "engine/posture/rest_on.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

using namespace knotmap;
using core::Side;

namespace {

/// A shoulder at (0, 300, 0) with an arm of twice 200 mm that hangs down.
struct ArmBody
{
    body::Atlas atlas;
    std::vector<anatomy::Joint> joints;
    std::vector<std::uint32_t> dofs = {0, 1, 2};

    ArmBody()
    {
        anatomy::Joint shoulder;
        shoulder.id = "shoulder";
        shoulder.midline = true;
        shoulder.at = {0, 300, 0};
        shoulder.motions = {{"flexion", {-1, 0, 0}, -45, 170}, {"abduction", {0, 0, -1}, -30, 120}};
        anatomy::Joint elbow;
        elbow.id = "elbow";
        elbow.parent = "shoulder";
        elbow.midline = true;
        elbow.at = {0, 100, 0};
        elbow.motions = {{"flexion", {-1, 0, 0}, 0, 140}};
        joints = {shoulder, elbow};
        atlas.joints = body::placeJoints(joints);
    }
    posture::ReachGoal handTo(const glm::vec3& target) const
    {
        posture::ReachGoal goal;
        goal.joint = 1;
        goal.point = {0, -100, 0};
        goal.target = target;
        return goal;
    }
};

} // namespace

TEST_CASE("a hand with a tolerance on its direction rotates no further than to its limit")
{
    const ArmBody arm;
    const body::Skeleton skeleton(arm.atlas, arm.joints);
    // At the height of the elbow: pointing forwards takes a bent elbow, less so with tolerance.
    posture::ReachGoal goal = arm.handTo({0, 100, 0});
    goal.along = glm::vec3(0, 1, 0);
    goal.direction = {0, -1, 0};
    goal.wanted = {0, 0, 1};
    goal.directionMm = 100;
    const auto check = [&](float slackDeg, float minDeg, float maxDeg) {
        goal.slackDeg = slackDeg;
        const body::BoneTransforms transforms =
            skeleton.transforms(posture::reach(skeleton, skeleton.rest(), arm.dofs, {goal}));
        const glm::vec3 points = transformDirection(transforms[1], goal.direction);
        const float offDeg =
            glm::degrees(std::acos(glm::clamp(glm::dot(points, goal.wanted), -1.0F, 1.0F)));
        INFO("with slack of " << slackDeg << " degrees it points " << offDeg << " degrees off");
        CHECK(offDeg >= minDeg);
        CHECK(offDeg < maxDeg);
        CHECK(posture::missMm(transforms, goal) < 3);
    };
    check(0, 0, 4);
    check(20, 15, 22);
}

TEST_CASE("remaining freedom is held without strain and near the initial pose")
{
    ArmBody arm;
    // Flexion alone could raise the hand sideways to the requested height, or abduction.
    posture::ReachGoal goal = arm.handTo({0, 100, 0});
    goal.along = glm::vec3(0, 1, 0);
    const auto solved = [&] {
        const body::Skeleton skeleton(arm.atlas, arm.joints);
        return posture::reach(skeleton, skeleton.rest(), {0, 1}, {goal});
    };
    const body::Pose free = solved();
    arm.joints[0].motions[0].easyHighDeg = 20;
    const body::Pose eased = solved();
    INFO(free.anglesDeg[0] << " and " << free.anglesDeg[1] << ", eased " << eased.anglesDeg[0]
                           << " and " << eased.anglesDeg[1]);
    CHECK(eased.anglesDeg[0] < free.anglesDeg[0] - 10);
    CHECK(std::abs(eased.anglesDeg[1]) > std::abs(free.anglesDeg[1]) + 5);

    const body::Skeleton skeleton(arm.atlas, arm.joints);
    body::Pose start = skeleton.rest(), home = skeleton.rest();
    start.anglesDeg[1] = 90;
    home.anglesDeg[1] = 60;
    const body::Pose there = posture::reachFrom(skeleton, start, home, {0, 1}, {goal});
    CHECK(there.anglesDeg[1] == Approx(60).margin(15));
}

TEST_CASE("a hand reaches its target within the limits")
{
    const ArmBody arm;
    const body::Skeleton skeleton(arm.atlas, arm.joints);
    for (const glm::vec3& target : {glm::vec3(0, 250, 250), glm::vec3(-100, 200, 200),
                                    glm::vec3(0, 350, 150), glm::vec3(-150, 60, 90)}) {
        const posture::ReachGoal goal = arm.handTo(target);
        const body::Pose pose = posture::reach(skeleton, skeleton.rest(), arm.dofs, {goal});
        INFO(target.x << " " << target.y << " " << target.z);
        CHECK(posture::missMm(skeleton.transforms(pose), goal) < 1);
        CHECK(skeleton.marginDeg(pose) >= 0);
    }
}

TEST_CASE("a hand that cannot reach its target stretches towards it and stays within its limits")
{
    const ArmBody arm;
    const body::Skeleton skeleton(arm.atlas, arm.joints);
    const posture::ReachGoal goal = arm.handTo({0, 300, 900});
    const body::Pose pose = posture::reach(skeleton, skeleton.rest(), arm.dofs, {goal});
    const float miss = posture::missMm(skeleton.transforms(pose), goal);
    CHECK(miss > 499);
    CHECK(miss < 510);
    CHECK(skeleton.marginDeg(pose) >= 0);
}

TEST_CASE("only the distance along a direction counts if a goal says so")
{
    const ArmBody arm;
    const body::Skeleton skeleton(arm.atlas, arm.joints);
    posture::ReachGoal goal = arm.handTo({500, 0, 700});
    goal.along = glm::vec3(0, 1, 0);
    const body::Pose pose = posture::reach(skeleton, skeleton.rest(), arm.dofs, {goal});
    const glm::vec3 hand = transformPoint(skeleton.transforms(pose)[1], goal.point);
    CHECK(hand.y == Approx(0).margin(1));
    CHECK(glm::distance(hand, goal.target) > 300);
}

TEST_CASE("a joint that is soon strained is used last")
{
    // Two joints at one point with the same effect.
    ArmBody arm;
    arm.joints[1].at = arm.joints[0].at;
    arm.joints[1].motions[0].easyHighDeg = 5;
    arm.atlas.joints = body::placeJoints(arm.joints);
    const body::Skeleton skeleton(arm.atlas, arm.joints);
    const posture::ReachGoal goal = arm.handTo({0, 300, 400});
    const body::Pose pose = posture::reach(skeleton, skeleton.rest(), arm.dofs, {goal});
    CHECK(posture::missMm(skeleton.transforms(pose), goal) < 2);
    CHECK(pose.anglesDeg[0] > 2 * pose.anglesDeg[2]);
}

TEST_CASE("the same reach gives the same result")
{
    const ArmBody arm;
    const body::Skeleton skeleton(arm.atlas, arm.joints);
    const posture::ReachGoal goal = arm.handTo({-100, 200, 200});
    CHECK(posture::reach(skeleton, skeleton.rest(), arm.dofs, {goal}).anglesDeg ==
          posture::reach(skeleton, skeleton.rest(), arm.dofs, {goal}).anglesDeg);
}

TEST_CASE("a board sinks flat onto the plane")
{
    posture::Resting resting;
    for (const float x : {-500.0F, 500.0F})
        for (const float z : {-200.0F, 200.0F})
            resting.body.push_back({x, 300 + 0.1F * x, z});
    resting.centre = {0, 350, 0};
    const posture::Rest rest = restOn(resting);
    float low = 1e9F, high = -1e9F;
    for (const glm::vec3& point : resting.body) {
        const float height = (resting.centre + rest.turn * (point - resting.centre)).y;
        low = std::min(low, height);
        high = std::max(high, height);
    }
    CHECK(high - low < 3);
    CHECK(low == Approx(rest.height).margin(0.1));
}

TEST_CASE("what is between body and plane touches the plane, and the body rests on both")
{
    posture::Resting resting;
    for (const float x : {-500.0F, 500.0F})
        for (const float z : {-200.0F, 200.0F})
            resting.body.push_back({x, 100, z});
    resting.between = {{300, 40, 0}};
    resting.centre = {0, 150, 0};
    const posture::Rest rest = restOn(resting);
    const auto height = [&](const glm::vec3& point) {
        return (resting.centre + rest.turn * (point - resting.centre)).y - rest.height;
    };
    CHECK(height(resting.between.front()) < 0.5F);
    float low = 1e9F;
    for (const glm::vec3& point : resting.body)
        low = std::min(low, height(point));
    CHECK(low >= -0.1F);
    CHECK(low < 2);
}
