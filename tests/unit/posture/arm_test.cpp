#include "tests/support/stick_body.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <glm/geometric.hpp>

using namespace knotmap;
using core::Side;

namespace {

void checkNear(const glm::vec3& a, const glm::vec3& b, float marginMm = 0.1F)
{
    INFO(a.x << " " << a.y << " " << a.z << " is not " << b.x << " " << b.y << " " << b.z);
    CHECK(glm::distance(a, b) < marginMm);
}

/// The index finger alone, slightly bent.
care::Grip indexFinger()
{
    care::Grip grip;
    grip.contacts = {"index-tip"};
    grip.sinkMm = 3;
    grip.slackDeg = 25;
    for (const Side side : {Side::Right, Side::Left}) {
        grip.joints.push_back({"metacarpophalangeal-2", side, "flexion", 30});
        grip.joints.push_back({"proximal-interphalangeal-2", side, "flexion", 20});
    }
    return grip;
}

/// A hand with nothing to press.
posture::HeldGrip restingHand(const body::Pose& pose)
{
    posture::HeldGrip grip;
    grip.pose = pose;
    return grip;
}

/// Sitting: both thighs level, their front on top at Y = 970.
std::vector<care::PoseAngle> sittingAngles()
{
    return {{"hip", Side::Right, "flexion", 90},
            {"hip", Side::Left, "flexion", 90},
            {"knee", Side::Right, "flexion", 90},
            {"knee", Side::Left, "flexion", 90}};
}
constexpr float kThighTopMm = 970;

} // namespace

TEST_CASE("a grip bends its fingers and presses with the centre of its contacts")
{
    const testing::StickBody stick;
    const body::Pose rest = stick.skeleton().rest();
    const auto held = posture::holdGrip(stick.model(), indexFinger(), Side::Right, rest);
    REQUIRE(held);
    CHECK(stick.skeleton().joints()[held->goal.joint].id == "wrist");
    CHECK(stick.skeleton().joints()[held->goal.joint].side == Side::Right);
    // The tip, 35 mm below the middle joint and 6 in front of it, rotated by 20 degrees there and
    // by 30 at the knuckle 33 mm higher.
    checkNear(held->goal.point, {-225, 721.52F, 47.17F});
    checkNear(100.0F * held->goal.direction, {0, 76.6F, 64.28F}, 0.5F);
    CHECK(held->fingerPresses[2]);
    CHECK_FALSE(held->fingerPresses[3]);
    CHECK(held->pads.empty());
    CHECK(stick.angle(held->pose, "metacarpophalangeal-2", Side::Left, "flexion") == 0);

    care::Grip two;
    two.contacts = {"index-tip", "middle-tip"};
    two.tipwardsDeg = 30;
    const auto both = posture::holdGrip(stick.model(), two, Side::Left, rest);
    REQUIRE(both);
    checkNear(both->goal.point, {215, 700, 6});
    // Tilted from the skin's normal, which points forwards, by 30 degrees towards the fingertips.
    checkNear(100.0F * both->goal.direction, {0, -50, 86.6F}, 0.5F);
    REQUIRE(both->pads.size() == 2);
    CHECK(both->pads[1].finger == 3);
    two.contacts.push_back("thumb-tip");
    CHECK_FALSE(posture::holdGrip(stick.model(), two, Side::Left, rest));
}

TEST_CASE("a hand reaches a trigger point, pressing in the required direction, and penetrates "
          "nothing else")
{
    const testing::StickBody stick;
    const body::Pose rest = stick.skeleton().rest();
    const posture::PressTarget pressPoint = stick.pointOn({30, 1600, 90}, {0, 0, 1});
    const auto pressing =
        posture::pressWithHand(stick.model(), rest, pressPoint, indexFinger(), Side::Right, {});
    REQUIRE(pressing);
    CHECK(pressing->comesThere);
    CHECK(pressing->hand == Side::Right);
    const body::BoneTransforms transforms = stick.skeleton().transforms(pressing->reach.pose);
    const body::RigidTransform& wrist = transforms[stick.joint("wrist", Side::Right)];
    checkNear(body::transformPoint(wrist, pressing->goal.point), {30, 1600, 87}, 4);
    const glm::vec3 direction = body::transformDirection(wrist, pressing->goal.direction);
    INFO("presses along " << direction.x << " " << direction.y << " " << direction.z);
    CHECK(glm::dot(direction, glm::vec3(0, 0, -1)) > std::cos(glm::radians(40.0F)));
    CHECK(stick.skeleton().marginDeg(pressing->reach.pose) >= 0);
    CHECK(pressing->reach.penetrationMm < 12);
    const posture::SelfContact contact = posture::deepestSelfContact(
        stick.model(), transforms, posture::Pressed{{30, 1600, 87}, 40});
    INFO(contact.part << " in " << contact.other);
    CHECK(contact.depthMm < 12);
}

TEST_CASE("the other hand takes a trigger point out of reach of the named one, but none on its own "
          "arm")
{
    const testing::StickBody stick;
    const body::Pose rest = stick.skeleton().rest();
    const auto press = [&](const body::Pose& start, const posture::PressTarget& pressPoint,
                           Side named) {
        return posture::pressWithHand(stick.model(), start, pressPoint, indexFinger(), named, {})
            .value();
    };
    const posture::PressTarget hip = stick.pointOn({150, 950, 0}, {1, 0, 0});
    const posture::PressingHand other = press(rest, hip, Side::Right);
    CHECK(other.hand == Side::Left);
    CHECK(other.comesThere);
    CHECK(stick.angle(other.reach.pose, "elbow", Side::Right, "flexion") == 0);
    // The right forearm held out to its side: the left hand cannot reach it, and where the right
    // one did there would be no forearm.
    const body::Pose aside = stick.pose({{"glenohumeral", Side::Right, "abduction", 90}});
    const posture::PressTarget forearm = stick.pointOn({-200, 950, 30}, {0, 0, 1});
    const posture::PressingHand own = press(aside, forearm, Side::Left);
    CHECK(own.hand == Side::Left);
    CHECK_FALSE(own.comesThere);
    // A standing body's fingers end 550 mm above this point on the shank.
    const posture::PressingHand low =
        press(rest, stick.pointOn({-100, 150, 50}, {0, 0, 1}), Side::Right);
    CHECK_FALSE(low.comesThere);
    CHECK(low.reach.missMm > 400);
    CHECK(stick.skeleton().marginDeg(low.reach.pose) >= 0);
}

TEST_CASE("the palm of a seated person rests flat on the thigh, away from the pressed trigger "
          "point")
{
    const testing::StickBody stick;
    const body::Pose start = stick.pose(sittingAngles());
    const body::Pose resting =
        posture::handOnThigh(stick.model(), start, Side::Right, {100, 970, 220});
    const auto padOf = [&](const body::Pose& pose, const glm::vec3& point) {
        return stick.pointIn(pose, "wrist", Side::Right, point);
    };
    const glm::vec3 palm = (padOf(resting, {-215, 830, 12}) + padOf(resting, {-185, 830, 12}) +
                            padOf(resting, {-200, 795, 12})) /
                           3.0F;
    // Halfway down the thigh, 220 mm from the hip.
    checkNear(palm, {-105, kThighTopMm + 4, 220}, 12);
    const glm::vec3 out = padOf(resting, {-200, 810, 112}) - padOf(resting, {-200, 810, 12});
    INFO("the palm looks along " << out.x << " " << out.y << " " << out.z);
    CHECK(out.y < -90);
    CHECK(stick.angle(resting, "glenohumeral", Side::Left, "flexion") == 0);
    // Where that is the trigger point, it lies 120 mm further down.
    const body::Pose aside =
        posture::handOnThigh(stick.model(), start, Side::Right, {-105, 970, 220});
    CHECK(padOf(aside, {-200, 795, 12}).z > 300);
}

TEST_CASE("fingers close until they touch, and those that press stay as they are")
{
    const testing::StickBody stick;
    struct Bend
    {
        float knuckleDeg, middleDeg;
    };
    // The arm abducted, the palm facing a plane at some Z in front of it. The flexions tried, most
    // closed first: 25 and 25 degrees more, 10 and 10, -5 and -5, -20 and -20.
    const auto placement = [&](std::optional<float> planeZ, float startDeg, bool indexPresses) {
        std::optional<posture::FloorPlane> plane;
        if (planeZ)
            plane = posture::FloorPlane{{0, 0, -1}, -*planeZ};
        body::Pose pose = stick.pose({{"glenohumeral", Side::Right, "abduction", 80},
                                      {"metacarpophalangeal-2", Side::Right, "flexion", startDeg}});
        posture::HeldGrip grip = restingHand(pose);
        grip.fingerPresses[2] = indexPresses;
        const posture::ArmClearance clearance(stick.model(), Side::Right, plane, grip);
        CHECK(posture::curlFingers(stick.skeleton(), clearance, Side::Right, grip, pose) < 3);
        return Bend{stick.angle(pose, "metacarpophalangeal-2", Side::Right, "flexion"),
                    stick.angle(pose, "proximal-interphalangeal-2", Side::Right, "flexion")};
    };
    const auto check = [](const Bend& bend, float knuckleDeg, float middleDeg) {
        CHECK(bend.knuckleDeg == Approx(knuckleDeg));
        CHECK(bend.middleDeg == Approx(middleDeg));
    };
    check(placement(std::nullopt, 0, false), 25, 25);
    // At 45 mm: bent by 25 and 25 the tip comes to 33 sin 25 + 35 sin 50 + 6 cos 50 = 44.6, by 10
    // and 10 to 23; it is 8 mm thick and kept 4 off.
    check(placement(45.0F, 0, false), 10, 10);
    // From 40 degrees on it has to open by 20.
    check(placement(45.0F, 40, false), 20, 0);
    check(placement(20.0F, 0, false), -5, 0);
    check(placement(45.0F, 5, true), 5, 0);
}

TEST_CASE("a forearm comes to rest on a table, with its trigger point facing up")
{
    const testing::StickBody stick;
    const body::Pose start = stick.pose(sittingAngles());
    const glm::mat4 placement = testing::shifted({0, -420, 0});
    constexpr float kTopMm = props::kTableMm;
    const auto height = [&](const body::Pose& pose, const char* joint) {
        return stick.centreIn(pose, joint, Side::Right).y - 420;
    };
    const body::Pose resting =
        posture::forearmOnTable(stick.model(), start, placement, Side::Right, kTopMm);
    CHECK(height(resting, "elbow") == Approx(kTopMm + 42).margin(1));
    CHECK(height(resting, "wrist") == Approx(kTopMm + 30).margin(1));
    CHECK(stick.angle(resting, "elbow", Side::Left, "flexion") == 0);
    // A trigger point on the outer side of the forearm faces sideways until the forearm is rotated.
    const posture::PressTarget pressPoint = stick.pointOn({-230, 920, 0}, {-1, 0, 0});
    const body::Pose turned =
        posture::forearmOnTable(stick.model(), start, placement, Side::Right, kTopMm, pressPoint);
    const auto up = [&](const body::Pose& pose) {
        return -posture::posed(stick.model(), stick.skeleton().transforms(pose), pressPoint)
                    .pressing.y;
    };
    CHECK(up(resting) == Approx(0).margin(0.05));
    CHECK(up(turned) > 0.8F);
    CHECK(height(turned, "elbow") == Approx(kTopMm + 42).margin(1));
    CHECK(height(turned, "wrist") == Approx(kTopMm + 30).margin(1));
}
