#include "tests/support/stick_body.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <glm/geometric.hpp>

using namespace knotmap;
using core::Side;

namespace {

/// Sits 480 mm high with the shanks upright: the hips are 420 mm lower than in standing, and the
/// feet are 420 mm further forwards, and 100 more with the whole body.
posture::SolvedPosition sitting(const testing::StickBody& stick, float heightMm = 0)
{
    const body::Pose pose = stick.pose({{"hip", Side::Right, "flexion", 90},
                                        {"hip", Side::Left, "flexion", 90},
                                        {"knee", Side::Right, "flexion", 90},
                                        {"knee", Side::Left, "flexion", 90}});
    return stick.onFloor(pose, testing::shifted({0, heightMm - 420, 100}));
}

float lowest(const testing::StickBody& stick, const posture::PlacedBody& solved)
{
    float low = 1e9F;
    for (const glm::vec3& point : stick.skinIn(solved.transforms, solved.placement))
        low = std::min(low, point.y);
    return low;
}

glm::vec3 inWorld(const testing::StickBody& stick, const posture::PlacedBody& solved,
                  const char* joint, Side side)
{
    return glm::vec3(solved.placement * glm::vec4(stick.centreIn(solved.pose, joint, side), 1));
}

void checkNear(const glm::vec3& a, const glm::vec3& b)
{
    INFO(a.x << " " << a.y << " " << a.z << " is not " << b.x << " " << b.y << " " << b.z);
    CHECK(glm::distance(a, b) < 0.5F);
}

} // namespace

TEST_CASE("on its way into a position a body starts from standing where its feet will be")
{
    const testing::StickBody stick;
    const posture::SolvedPosition seat = sitting(stick);
    const posture::PlacedBody first = posture::interpolatePosition(stick.model(), seat, 0);
    checkNear(inWorld(stick, first, "hip", Side::Right), {-100, 900, 520});
    checkNear(inWorld(stick, first, "subtalar", Side::Left), {100, 50, 520});
    const posture::PlacedBody last = posture::interpolatePosition(stick.model(), seat, 1);
    CHECK(last.pose.anglesDeg == seat.pose.anglesDeg);
    checkNear(inWorld(stick, last, "hip", Side::Right), {-100, 480, 100});
    checkNear(inWorld(stick, last, "subtalar", Side::Left), {100, 50, 520});
    // Halfway with hip and knee at 45: a leg is 480 + 420 cos 45 mm high from sole to hip.
    const posture::PlacedBody half = posture::interpolatePosition(stick.model(), seat, 0.5F);
    CHECK(stick.angle(half.pose, "hip", Side::Right, "flexion") == Approx(45));
    checkNear(inWorld(stick, half, "hip", Side::Right), {-100, 776.98F, 310});
    float before = 901;
    for (int step = 0; step <= 10; ++step) {
        const float share = static_cast<float>(step) / 10;
        const posture::PlacedBody part = posture::interpolatePosition(stick.model(), seat, share);
        INFO("a share of " << share);
        const float hip = inWorld(stick, part, "hip", Side::Left).y;
        CHECK(hip < before);
        CHECK(lowest(stick, part) == Approx(0).margin(0.1));
        before = hip;
    }
}

TEST_CASE("a body that rotates into a position has rotated half as far halfway")
{
    const testing::StickBody stick;
    const glm::mat4 onBack =
        glm::rotate(testing::shifted({0, 70, 0}), glm::radians(-90.0F), glm::vec3(1, 0, 0));
    const posture::PlacedBody half = posture::interpolatePosition(
        stick.model(), stick.onFloor(stick.skeleton().rest(), onBack), 0.5F);
    const glm::vec3 up = glm::normalize(glm::vec3(half.placement * glm::vec4(0, 1, 0, 0)));
    checkNear(100.0F * up, {0, 70.71F, -70.71F});
}

TEST_CASE("one stands on the mat on which one will lie, and sinks in only at the end")
{
    const testing::StickBody stick;
    posture::SolvedPosition onMat = sitting(stick, 15);
    onMat.faces.push_back(props::makeMat({0, 520}, false).faces.front());
    CHECK(posture::standingOffset(stick.model(), onMat).y == 15);
    CHECK(inWorld(stick, posture::interpolatePosition(stick.model(), onMat, 0), "hip", Side::Right)
              .y == Approx(915).margin(0.1));
    onMat.faces.back() = props::makeMat({3000, 520}, false).faces.front();
    CHECK(posture::standingOffset(stick.model(), onMat).y == 0);

    const posture::SolvedPosition sunk = sitting(stick, -8);
    for (const float share : {0.25F, 0.5F, 1.0F})
        CHECK(lowest(stick, posture::interpolatePosition(stick.model(), sunk, share)) ==
              Approx(-8 * share).margin(0.1));
}
