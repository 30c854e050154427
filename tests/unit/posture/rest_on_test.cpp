#include "engine/posture/rest_on.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

using namespace knotmap;

namespace {

const glm::vec3 kTowardsBody(0, 0, 1);

/// The surface of an egg 400 mm wide, 600 high and 200 deep, rotated about a line through its
/// centre, which is 500 mm in front of a wall.
posture::Resting eggBeforeWall(const glm::vec3& turnAxis, float turnDeg)
{
    constexpr int kSteps = 60;
    const glm::vec3 halfMm(200, 300, 100);
    posture::Resting egg;
    egg.centre = {40, 900, 500};
    egg.normal = kTowardsBody;
    egg.maxDeg = egg.maxOtherDeg = 30;
    const glm::quat turn = glm::angleAxis(glm::radians(turnDeg), glm::normalize(turnAxis));
    for (int ring = 0; ring <= kSteps; ++ring)
        for (int spoke = 0; spoke < 2 * kSteps; ++spoke) {
            const float polar = glm::radians(180.0F) * static_cast<float>(ring) / kSteps;
            const float around = glm::radians(180.0F) * static_cast<float>(spoke) / kSteps;
            const glm::vec3 unit(std::sin(polar) * std::cos(around),
                                 std::sin(polar) * std::sin(around), std::cos(polar));
            egg.body.push_back(egg.centre + turn * (halfMm * unit));
        }
    return egg;
}

float heightOver(const posture::Resting& resting, const posture::Rest& rest, const glm::vec3& point)
{
    const glm::vec3 turned = resting.centre + rest.turn * (point - resting.centre);
    return glm::dot(turned, resting.normal) - rest.height;
}

float lowestOver(const posture::Resting& resting, const posture::Rest& rest)
{
    float low = 1e9F;
    for (const glm::vec3& point : resting.body)
        low = std::min(low, heightOver(resting, rest, point));
    return low;
}

float angleDeg(const posture::Rest& rest)
{
    return glm::degrees(2 * std::acos(std::min(1.0F, std::abs(rest.turn.w))));
}

} // namespace

TEST_CASE("a tilted egg comes to rest with its flat side on a wall")
{
    for (const glm::vec3& axis : {glm::vec3(1, 0, 0), glm::vec3(0, 1, 0), glm::vec3(1, -2, 0)}) {
        INFO("turned about " << axis.x << " " << axis.y);
        const posture::Resting egg = eggBeforeWall(axis, 18);
        const posture::Rest rest = restOn(egg);
        CHECK(angleDeg(rest) == Approx(18).margin(1));
        // As near as its shortest half axis, and touching.
        CHECK(heightOver(egg, rest, egg.centre) == Approx(100).margin(0.5));
        CHECK(lowestOver(egg, rest) == Approx(0).margin(0.01));
        const posture::Rest again = restOn(egg);
        CHECK(again.turn == rest.turn);
        CHECK(again.height == rest.height);
    }
}

TEST_CASE("what comes to rest rotates about each axis no further than permitted")
{
    // About X it may rotate by 6 degrees of the 18 it is off, about Y by all of them.
    posture::Resting egg = eggBeforeWall({1, 0, 0}, 18);
    egg.maxDeg = 30;
    egg.maxOtherDeg = 30;
    const float free = angleDeg(restOn(egg));
    egg.maxDeg = 6;
    const float heldOne = angleDeg(restOn(egg));
    egg.maxDeg = 30;
    egg.maxOtherDeg = 6;
    const float heldOther = angleDeg(restOn(egg));
    CHECK(free == Approx(18).margin(1));
    // One of the two limits is binding; the other is about the axis on which it is level.
    CHECK(std::min(heldOne, heldOther) == Approx(6).margin(0.1));
    CHECK(std::max(heldOne, heldOther) == Approx(18).margin(1));
    const posture::Rest rest = restOn(egg);
    CHECK(lowestOver(egg, rest) == Approx(0).margin(0.01));
}
