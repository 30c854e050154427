#include "tests/support/stick_body.h"

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>

using namespace knotmap;
using core::Side;

namespace {

/// Height of a landmark of the standing body in a pose and a placement.
float heightOf(const testing::StickBody& stick, const body::Pose& pose, const glm::mat4& placement,
               const char* joint, Side side, const char* landmark)
{
    const glm::vec3 point = stick.model().atlas->landmark(landmark, side).value();
    return (placement * glm::vec4(stick.pointIn(pose, joint, side, point), 1)).y;
}

std::vector<care::PoseAngle> bothLegs(float hipDeg, float kneeDeg)
{
    std::vector<care::PoseAngle> angles;
    for (const Side side : {Side::Right, Side::Left}) {
        angles.push_back({"hip", side, "flexion", hipDeg});
        angles.push_back({"knee", side, "flexion", kneeDeg});
    }
    return angles;
}

const char* const kSoles[] = {"heel-sole", "ball-big-toe", "ball-little-toe"};

} // namespace

TEST_CASE("hanging feet come down flat on the floor, or only the requested one")
{
    const testing::StickBody stick;
    // A seat 500 mm high, the shanks drawn back: the soles are 20 mm up and slant by 25 degrees.
    const body::Pose start = stick.pose(bothLegs(90, 115));
    const glm::mat4 placement = testing::shifted({0, -400, 0});
    posture::FeetDown feet;
    const posture::PutDown both = posture::putDown(stick.model(), start, placement, feet);
    CHECK(both.gapMm < 1);
    for (const Side side : {Side::Right, Side::Left})
        for (const char* sole : kSoles)
            CHECK(heightOf(stick, both.pose, placement, "subtalar", side, sole) ==
                  Approx(-1).margin(1));
    CHECK(stick.skeleton().marginDeg(both.pose) >= 0);
    CHECK(stick.angle(both.pose, "hip", Side::Right, "abduction") == 0);

    feet.affectedSoleMm = 60; // stands on a ball
    const posture::PutDown onBall = posture::putDown(stick.model(), start, placement, feet);
    for (const char* sole : kSoles)
        CHECK(heightOf(stick, onBall.pose, placement, "subtalar", Side::Right, sole) ==
              Approx(60).margin(1));
    feet.both = false;
    feet.affectedSide = Side::Left;
    const posture::PutDown one = posture::putDown(stick.model(), start, placement, feet);
    CHECK(stick.angle(one.pose, "knee", Side::Left, "flexion") == 115);
    CHECK(heightOf(stick, one.pose, placement, "subtalar", Side::Right, "heel-sole") ==
          Approx(-1).margin(1));
}

TEST_CASE("feet too high for the legs are reported with their distance from the floor")
{
    const testing::StickBody stick;
    // A leg is at most 900 mm long with the foot flat, and a toe's length more on tiptoe.
    const body::Pose start = stick.pose(bothLegs(20, 30));
    const posture::PutDown put =
        posture::putDown(stick.model(), start, testing::shifted({0, 300, 0}), {});
    CHECK(put.gapMm > 290);
    CHECK(put.gapMm < 420);
    CHECK(stick.skeleton().marginDeg(put.pose) >= 0);
    CHECK(stick.angle(put.pose, "knee", Side::Right, "flexion") < 30);
}

TEST_CASE("a leg comes to rest on a bed with calf and heel, the other one stays")
{
    const testing::StickBody stick;
    const body::Pose start = stick.pose(bothLegs(80, 60));
    posture::FloorPlane top;
    top.heightMm = 954; // calf and heel sink in by 4
    const posture::LegPlacement placement =
        posture::legOnBed(stick.model(), start, Side::Right, top);
    CHECK(placement.gapMm < 1);
    const glm::mat4 here(1);
    CHECK(heightOf(stick, placement.pose, here, "knee", Side::Right, "calf-mid") ==
          Approx(950).margin(1));
    CHECK(heightOf(stick, placement.pose, here, "subtalar", Side::Right, "heel-back") ==
          Approx(950).margin(1));
    CHECK(stick.angle(placement.pose, "hip", Side::Left, "flexion") == 80);
    CHECK(stick.angle(placement.pose, "knee", Side::Left, "flexion") == 60);
    // A bed far below is out of reach, which is reported.
    top.heightMm = -600;
    CHECK(posture::legOnBed(stick.model(), start, Side::Right, top).gapMm > 400);
}
