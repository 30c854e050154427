#include "engine/geometry/slice.h"
#include "tests/support/shapes.h"

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>
#include <map>
#include <tuple>

using namespace knotmap;

namespace {

using Key = std::tuple<float, float, float>;

Key keyOf(const glm::vec3& position)
{
    return {position.x, position.y, position.z};
}

} // namespace

TEST_CASE("a plane cuts a ball in a closed ring of the right size, with the inside on its left")
{
    const geometry::Mesh ball = testing::ball({10, 20, 30}, 50, 3);
    const glm::vec3 normal = glm::normalize(glm::vec3(0.2F, 1, -0.3F));
    const float offset = glm::dot(normal, glm::vec3(10, 20, 30)) + 30;
    const auto ring = geometry::slice(ball.positions, ball.indices, normal, offset);
    REQUIRE(ring.size() > 30);
    const glm::vec3 centre = glm::vec3(10, 20, 30) + 30.0F * normal;
    std::map<Key, int> ends;
    float area = 0;
    for (const geometry::SliceSegment& line : ring) {
        const glm::vec3 &start = line.start.position, &end = line.end.position;
        CHECK(glm::dot(start, normal) == Approx(offset).margin(0.01));
        CHECK(glm::distance(start, centre) == Approx(40).margin(1.5));
        ++ends[keyOf(start)];
        --ends[keyOf(end)];
        area += 0.5F * glm::dot(glm::cross(start - centre, end - centre), normal);
    }
    for (const auto& [position, balance] : ends)
        CHECK(balance == 0);
    CHECK(area == Approx(3.14159 * 40 * 40).epsilon(0.04));
}

TEST_CASE("a plane that misses a mesh cuts nothing, and a point knows its fraction of its edge")
{
    const geometry::Mesh ball = testing::ball({0, 0, 0}, 50, 5);
    CHECK(geometry::slice(ball.positions, ball.indices, {0, 1, 0}, 60).empty());
    for (const auto& line : geometry::slice(ball.positions, ball.indices, {0, 1, 0}, 7)) {
        const geometry::SlicePoint& point = line.start;
        CHECK(point.from < point.to);
        const glm::vec3 mixed =
            ball.positions[point.from] * (1 - point.share) + ball.positions[point.to] * point.share;
        CHECK(glm::distance(mixed, point.position) < 1e-3F);
    }
}
