#include "engine/remesh/simplify.h"
#include "tests/support/shapes.h"

#include "engine/volume/field.h"
#include "engine/volume/isosurface.h"

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>
#include <set>
#include <tuple>

using namespace knotmap;

TEST_CASE("a simplified ball is closed, has fewer triangles and is still a ball")
{
    const geometry::Mesh ball = testing::ball(glm::vec3(0), 40, 2);
    const geometry::Mesh fewer = remesh::simplified(ball, ball.triangleCount() / 4);
    CHECK(fewer.triangleCount() < ball.triangleCount() / 3);
    CHECK(isClosedManifold(fewer));
    CHECK(geometry::volume(fewer) == Approx(geometry::volume(ball)).epsilon(0.02));
}

TEST_CASE("a ball simplified within a bound stays within it and keeps its normals")
{
    const geometry::Mesh ball = testing::ball(glm::vec3(0), 40, 1);
    const geometry::Mesh fewer = remesh::simplifiedWithin(ball, 0.1F);
    CHECK(fewer.triangleCount() < ball.triangleCount() / 4);
    REQUIRE(isClosedManifold(fewer));
    for (std::size_t i = 0; i < fewer.indices.size(); i += 3) {
        const glm::vec3 middle =
            (fewer.positions[fewer.indices[i]] + fewer.positions[fewer.indices[i + 1]] +
             fewer.positions[fewer.indices[i + 2]]) /
            3.0F;
        CHECK(glm::length(middle) == Approx(40).margin(0.4));
    }
    for (std::size_t i = 0; i < fewer.positions.size(); ++i)
        CHECK(glm::dot(fewer.normals[i], glm::normalize(fewer.positions[i])) > 0.999F);
}

TEST_CASE("separate pieces all stay")
{
    geometry::Mesh two = testing::ball(glm::vec3(0), 40, 3);
    append(two, testing::ball({200, 0, 0}, 20, 3));
    CHECK(boundsOf(remesh::simplified(two, two.triangleCount() / 2)).high.x > 215);
}

TEST_CASE("a symmetric mesh stays symmetric to the last bit, and closed")
{
    volume::Grid grid;
    grid.cell = 3;
    grid.size = {41, 31, 31};
    grid.origin = {-60, -45, -45};
    volume::Field field{grid, {}};
    field.values.resize(grid.count());
    for (int z = 0; z < 31; ++z)
        for (int y = 0; y < 31; ++y)
            for (int x = 0; x < 41; ++x) {
                const glm::vec3 at = grid.node(x, y, z);
                field.at(x, y, z) = glm::length(at * glm::vec3(0.7F, 1, 1.2F)) - 35;
            }
    const geometry::Mesh mesh = remesh::simplifiedSymmetric(
        volume::isosurface(field), [](const glm::vec3& at) { return at.y > 0 ? 0.5F : 0.1F; });
    REQUIRE(mesh.triangleCount() > 300);
    CHECK(isClosedManifold(mesh));
    std::set<std::tuple<float, float, float>> points;
    for (const glm::vec3& p : mesh.positions)
        points.emplace(p.x, p.y, p.z);
    for (const glm::vec3& p : mesh.positions)
        CHECK(points.count({p.x == 0 ? 0 : -p.x, p.y, p.z}) == 1);
}
