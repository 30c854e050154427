#include "engine/geometry/surface.h"
#include "tests/support/shapes.h"

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>

using namespace knotmap;
using geometry::Surface;

namespace {

Surface ballSurface()
{
    return Surface(std::make_shared<const geometry::Mesh>(testing::ball(glm::vec3(0), 50)));
}

} // namespace

TEST_CASE("the nearest point of a ball is radially outwards")
{
    const Surface ball = ballSurface();
    for (const glm::vec3& from :
         {glm::vec3(80, 0, 0), glm::vec3(10, 20, 5), glm::vec3(-3, 60, 60)}) {
        const auto point = ball.closest(from);
        REQUIRE(point);
        CHECK(glm::dot(point->position, from) / glm::length(point->position) / glm::length(from) ==
              Approx(1).margin(2e-3));
        CHECK(point->distance == Approx(std::abs(50 - glm::length(from))).margin(0.5));
    }
}

TEST_CASE("with a direction only the side facing it is found")
{
    const Surface ball = ballSurface();
    const auto point = ball.closest({0, 0, 40}, glm::vec3(0, 0, -1));
    REQUIRE(point);
    CHECK(point->position.z < 5);
}

TEST_CASE("inside and outside of a ball are distinguished")
{
    const Surface ball = ballSurface();
    CHECK(ball.contains({0, 0, 0}));
    CHECK(ball.contains({30, 30, 10}));
    CHECK_FALSE(ball.contains({40, 40, 10}));
    CHECK_FALSE(ball.contains({0, 0, 500}));
}

TEST_CASE("a ray meets the near side of a ball")
{
    const Surface ball = ballSurface();
    const auto hit = ball.cast({0, 0, 200}, {0, 0, -1}, 1000);
    REQUIRE(hit);
    CHECK(hit->distance == Approx(150).margin(0.5));
    CHECK_FALSE(ball.cast({0, 0, 200}, {0, 0, 1}, 1000));
    CHECK_FALSE(ball.cast({0, 0, 200}, {0, 0, -1}, 100));
}
