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
    const Way way = pathToZone(ball, {0, kRadius, 0}, zone.edgeDistance);
    REQUIRE(way.place.size() == ball.mesh().positions.size());
    // A quarter of the ball, and the zone's radius more.
    const float quarter = glm::half_pi<float>() * kRadius;
    CHECK(way.lengthMm > quarter + 13);
    CHECK(way.lengthMm < quarter + 17);
    for (std::size_t i = 0; i < way.place.size(); ++i) {
        const glm::vec3& place = ball.mesh().positions[i];
        const glm::vec3 unit = glm::normalize(place);
        const float walked = kRadius * std::acos(glm::clamp(unit.y, -1.0F, 1.0F));
        CHECK(way.place[i].x > 0.97F * walked - 1);
        CHECK(way.place[i].x < 1.03F * walked + 1);
        const bool onTheArc = place.y > 5 && place.z > 5;
        if (onTheArc && zone.edgeDistance[i].x > 0)
            CHECK(way.place[i].y < kRadius * std::asin(std::abs(unit.x)) + 3);
        if (place.z < -25 || place.y < -40)
            CHECK(way.place[i].y > 20);
    }
}

TEST_CASE("each part of a zone has a path of its own")
{
    const geometry::Surface ball = ballSurface();
    const Paint zone = paint(ball, {{Strength::Essential, {{kRadius, 0, 0}}, 10},
                                    {Strength::Essential, {{-kRadius, 0, 0}}, 10}});
    const Way way = pathToZone(ball, {0, kRadius, 0}, zone.edgeDistance);
    float right = kFarFromWay, left = kFarFromWay;
    for (std::size_t i = 0; i < way.place.size(); ++i) {
        const glm::vec3& place = ball.mesh().positions[i];
        if (place.y < 30 || place.y > 50 || std::abs(place.z) > 6)
            continue;
        float& least = place.x > 0 ? right : left;
        least = std::min(least, way.place[i].y);
    }
    CHECK(right < 8);
    CHECK(left < 8);
}

TEST_CASE("a zone of spillover alone has a path, an empty zone has none")
{
    const geometry::Surface ball = ballSurface();
    const Paint spill = paint(ball, {{Strength::Spillover, {{0, 0, kRadius}}, 15}});
    CHECK(pathToZone(ball, {0, kRadius, 0}, spill.edgeDistance).lengthMm > 60);
    CHECK(pathToZone(ball, {0, kRadius, 0}, paint(ball, {}).edgeDistance).place.empty());
    CHECK(pathToZone(ball, {0, kRadius, 0}, {}).place.empty());
}
