#include "engine/variants/measured_skin.h"
#include "engine/variants/untangle.h"

#include "engine/remesh/self_crossing.h"
#include "tests/support/shapes.h"

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>

using namespace knotmap;
using namespace knotmap::body;
using namespace knotmap::variants;

namespace {

struct Ball
{
    std::shared_ptr<const geometry::Mesh> mesh =
        std::make_shared<const geometry::Mesh>(testing::ball({0, 100, 0}, 50, 6));
    geometry::Surface surface{mesh};
    Atlas atlas;
    SkinCover cover;

    Ball()
    {
        atlas.skin.mesh = *mesh;
        cover = measureCover(atlas, surface);
    }
};

} // namespace

TEST_CASE("a wall pushed through the opposite one moves back until neither is crossed")
{
    const Ball ball;
    geometry::Mesh mesh = *ball.mesh;
    for (glm::vec3& point : mesh.positions)
        if (point.y > 130)
            point.y -= 120; // the top falls through the bottom
    REQUIRE_FALSE(remesh::selfCrossings(mesh).empty());
    const std::size_t left = untangle(mesh, ball.surface, ball.cover,
                                      [&](std::uint32_t v) { return ball.mesh->positions[v]; });
    CHECK(left == 0);
    CHECK(remesh::selfCrossings(mesh).empty());
}

TEST_CASE("a skin without self-intersections is left alone")
{
    const Ball ball;
    geometry::Mesh mesh = *ball.mesh;
    CHECK(untangle(mesh, ball.surface, ball.cover, [](std::uint32_t) { return glm::vec3(0); }) ==
          0);
    CHECK(mesh.positions == ball.mesh->positions);
}

TEST_CASE("crossings asked about are those that involve one of the triangles")
{
    const Ball ball;
    geometry::Mesh mesh = *ball.mesh;
    for (glm::vec3& point : mesh.positions)
        if (point.y > 130)
            point.y -= 120;
    const auto all = remesh::selfCrossings(mesh);
    std::vector<bool> asked(mesh.triangleCount(), false);
    asked[all.front().first] = true;
    std::size_t wanted = 0;
    for (const auto& [a, b] : all)
        wanted += asked[a] || asked[b] ? 1 : 0;
    CHECK(remesh::selfCrossings(mesh, asked).size() == wanted);
    CHECK(remesh::selfCrossings(mesh, std::vector<bool>(mesh.triangleCount(), false)).empty());
}
