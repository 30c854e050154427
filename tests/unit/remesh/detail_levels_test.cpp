#include "engine/remesh/detail_levels.h"

#include "tests/support/shapes.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <glm/geometric.hpp>

using namespace knotmap;

TEST_CASE("each coarser level has fewer triangles, deviates further, and no further than stated")
{
    const geometry::Mesh ball = testing::ball(glm::vec3(0), 60, 2);
    const auto levels = remesh::coarserLevels(ball);
    REQUIRE(levels.size() >= 2);
    std::size_t triangles = ball.triangleCount();
    float error = 0;
    for (const geometry::DetailLevel& level : levels) {
        CHECK(level.indices.size() / 3 < triangles * 3 / 4);
        CHECK(level.errorMm > error);
        triangles = level.indices.size() / 3;
        error = level.errorMm;
        float deepest = 0;
        for (std::size_t i = 0; i < level.indices.size(); i += 3) {
            glm::vec3 centre(0);
            for (std::size_t k = 0; k < 3; ++k)
                centre += ball.positions[level.indices[i + k]] / 3.0F;
            deepest = std::max(deepest, 60 - glm::length(centre));
        }
        // The quadric error is a mean over the planes a vertex represents.
        CHECK(deepest < 3 * level.errorMm + 0.1F);
    }
}

TEST_CASE("the triangles within an error are the coarsest that keep it, or the mesh's own")
{
    geometry::Mesh mesh;
    mesh.indices = {0, 1, 2, 2, 1, 3};
    const std::vector<geometry::DetailLevel> coarser{{{0, 1, 2}, 0.5F}, {{0, 1, 3}, 2}};
    CHECK(&geometry::trianglesWithin(mesh, coarser, 0.4F) == &mesh.indices);
    CHECK(&geometry::trianglesWithin(mesh, coarser, 1) == &coarser[0].indices);
    CHECK(&geometry::trianglesWithin(mesh, coarser, 90) == &coarser[1].indices);
    CHECK(&geometry::trianglesWithin(mesh, {}, 90) == &mesh.indices);
}

TEST_CASE("a mesh in drawing order is the same surface, without unused vertices")
{
    geometry::Mesh mesh = buildSheet(testing::strap(), 4);
    const double before = volume(mesh);
    const std::size_t used = mesh.positions.size();
    mesh.positions.emplace_back(500, 500, 500);
    mesh.normals.emplace_back(0, 1, 0);
    mesh.fibres.emplace_back(0, 1, 0);
    mesh.fibreCoordinates.emplace_back(0, 0);
    mesh.tendon.push_back(0);
    remesh::orderForDrawing(mesh);
    CHECK(mesh.positions.size() == used);
    CHECK(mesh.fibres.size() == used);
    CHECK(isClosedManifold(mesh));
    CHECK(volume(mesh) == Approx(before));
    for (std::size_t i = 0; i < used; ++i) // the strap lies along Y, from 0 to 100
        CHECK(std::abs(mesh.fibreCoordinates[i].y - mesh.positions[i].y / 100) < 0.1F);
}
