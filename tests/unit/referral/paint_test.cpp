#include "engine/referral/paint.h"
#include "tests/support/shapes.h"

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>

using namespace knotmap;
using namespace knotmap::referral;

namespace {

geometry::Surface ballSurface()
{
    return geometry::Surface(
        std::make_shared<const geometry::Mesh>(testing::ball(glm::vec3(0), 60)));
}

PlacedStroke pointStroke(Strength strength, const glm::vec3& position, float radiusMm)
{
    return {strength, {position}, radiusMm};
}

} // namespace

TEST_CASE("a spot colours what is within its radius and nothing on the far side")
{
    const geometry::Surface ball = ballSurface();
    const Paint zone = paint(ball, {pointStroke(Strength::Essential, {0, 0, 60}, 15)});
    for (std::size_t i = 0; i < zone.edgeDistance.size(); ++i) {
        const float far = glm::distance(ball.mesh().positions[i], {0, 0, 60});
        if (far < 13)
            CHECK(zone.edgeDistance[i].x < 0);
        if (far > 17)
            CHECK(zone.edgeDistance[i].x > 0);
        CHECK(zone.edgeDistance[i].y == kFarFromZone);
    }
    CHECK(zoneArea(ball, zone, Strength::Essential) == Approx(M_PI * 15 * 15).epsilon(0.12));
}

TEST_CASE("a stroke does not go through the body to the skin behind it")
{
    // Two thin walls 6 mm apart are one body; a spot of 20 mm on one must leave the other clear.
    geometry::Sheet plate = testing::strap();
    for (glm::vec4& point : plate.points) {
        point = glm::vec4(3.0F * glm::vec3(point), point.w);
        point.w = 6;
    }
    const geometry::Surface thin(std::make_shared<const geometry::Mesh>(buildSheet(plate, 4)));
    const Paint zone = paint(thin, {pointStroke(Strength::Spillover, {60, 150, 3}, 20)});
    for (std::size_t i = 0; i < zone.edgeDistance.size(); ++i)
        if (thin.mesh().normals[i].z < -0.5F)
            CHECK(zone.edgeDistance[i].y > 0);
    CHECK(zoneArea(thin, zone, Strength::Spillover) > 900);
}

TEST_CASE("dots are in the spillover only, whole, apart, and always the same")
{
    const geometry::Surface ball = ballSurface();
    const Paint zone = paint(ball, {pointStroke(Strength::Essential, {0, 0, 60}, 12),
                                    pointStroke(Strength::Spillover, {0, 0, 60}, 40)});
    const auto dots = stipple(ball, zone, 6, 1.7F);
    REQUIRE(dots.size() > 60);
    for (std::size_t i = 0; i < dots.size(); ++i) {
        CHECK(glm::distance(dots[i].position, {0, 0, 60}) > 12);
        CHECK(glm::distance(dots[i].position, {0, 0, 60}) < 41);
        for (std::size_t k = i + 1; k < dots.size(); ++k)
            CHECK(glm::distance(dots[i].position, dots[k].position) >= 6);
    }
    const auto again = stipple(ball, zone, 6, 1.7F);
    REQUIRE(again.size() == dots.size());
    CHECK(again.back().position == dots.back().position);
}

TEST_CASE("strokes through several points colour the path between")
{
    const geometry::Surface ball = ballSurface();
    const Paint zone = paint(ball, {{Strength::Essential, {{60, 0, 0}, {0, 60, 0}}, 8}});
    const auto middle = ball.closest({50, 50, 0});
    CHECK(zone.edgeDistance[ball.mesh().indices[3 * middle->triangle]].x < 0);
}
