#include "engine/referral/referral_path.h"

#include "engine/referral/paint.h"
#include "tests/support/shapes.h"

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>
#include <glm/gtc/constants.hpp>

using namespace knotmap;
using namespace knotmap::referral;

namespace {

constexpr float kRadius = 60;

geometry::Surface ballSurface()
{
    return geometry::Surface(
        std::make_shared<const geometry::Mesh>(testing::ball(glm::vec3(0), kRadius)));
}

} // namespace

TEST_CASE("the path to a zone runs along the skin and ends at the zone's far end")
{
    const geometry::Surface ball = ballSurface();
    const Paint zone = paint(ball, {{Strength::Essential, {{0, 0, kRadius}}, 15}});
    const SkinPath skinPath = pathToZone(ball, {0, kRadius, 0}, zone.edgeDistance);
    REQUIRE(skinPath.coordinates.size() == ball.mesh().positions.size());
    // A quarter of the ball, and the zone's radius more.
    const float quarter = glm::half_pi<float>() * kRadius;
    CHECK(skinPath.lengthMm > quarter + 13);
    CHECK(skinPath.lengthMm < quarter + 17);
    for (std::size_t i = 0; i < skinPath.coordinates.size(); ++i) {
        const glm::vec3& position = ball.mesh().positions[i];
        const glm::vec3 unit = glm::normalize(position);
        const float walked = kRadius * std::acos(glm::clamp(unit.y, -1.0F, 1.0F));
        CHECK(skinPath.coordinates[i].x > 0.97F * walked - 1);
        CHECK(skinPath.coordinates[i].x < 1.03F * walked + 1);
        const bool onTheArc = position.y > 5 && position.z > 5;
        if (onTheArc && zone.edgeDistance[i].x > 0)
            CHECK(skinPath.coordinates[i].y < kRadius * std::asin(std::abs(unit.x)) + 3);
        if (position.z < -25 || position.y < -40)
            CHECK(skinPath.coordinates[i].y > 20);
    }
}

TEST_CASE("each part of a zone has a path of its own")
{
    const geometry::Surface ball = ballSurface();
    const Paint zone = paint(ball, {{Strength::Essential, {{kRadius, 0, 0}}, 10},
                                    {Strength::Essential, {{-kRadius, 0, 0}}, 10}});
    const SkinPath skinPath = pathToZone(ball, {0, kRadius, 0}, zone.edgeDistance);
    float right = kFarFromPath, left = kFarFromPath;
    for (std::size_t i = 0; i < skinPath.coordinates.size(); ++i) {
        const glm::vec3& position = ball.mesh().positions[i];
        if (position.y < 30 || position.y > 50 || std::abs(position.z) > 6)
            continue;
        float& smallest = position.x > 0 ? right : left;
        smallest = std::min(smallest, skinPath.coordinates[i].y);
    }
    CHECK(right < 8);
    CHECK(left < 8);
}

TEST_CASE("a zone of spillover alone has a path, an empty zone has none")
{
    const geometry::Surface ball = ballSurface();
    const Paint spill = paint(ball, {{Strength::Spillover, {{0, 0, kRadius}}, 15}});
    CHECK(pathToZone(ball, {0, kRadius, 0}, spill.edgeDistance).lengthMm > 60);
    CHECK(pathToZone(ball, {0, kRadius, 0}, paint(ball, {}).edgeDistance).coordinates.empty());
    CHECK(pathToZone(ball, {0, kRadius, 0}, {}).coordinates.empty());
}
