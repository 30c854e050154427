#include "engine/remesh/uncross.h"

#include "engine/geometry/mirror.h"
#include "engine/remesh/self_crossing.h"
#include "tests/support/shapes.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

using namespace knotmap;

namespace {

constexpr float kLatticeMm = 1.0F / 32;

/// A ball at the origin on which a vertex on each side was pulled through the far wall of its own
/// neighbourhood, so that triangles cross.
geometry::Mesh crossedBall()
{
    geometry::Mesh mesh = testing::ball({0, 0, 0}, 50);
    // Its own mirror image to the last bit.
    for (glm::vec3& point : mesh.positions)
        point = glm::roundEven(point * 32.0F) / 32.0F;
    const auto images = geometry::mirrorVertices(mesh);
    for (std::size_t v = 0; v < mesh.positions.size(); ++v)
        if (mesh.positions[v].x < -20 && images[v] != v) {
            const glm::vec3 point = mesh.positions[v] + glm::vec3(4, 17, 3);
            mesh.positions[v] = point;
            mesh.positions[images[v]] = {-point.x, point.y, point.z};
            break;
        }
    return mesh;
}

} // namespace

TEST_CASE("a self-intersecting mesh is smoothed there until it is not, on both sides alike")
{
    geometry::Mesh mesh = crossedBall();
    const geometry::Mesh before = mesh;
    REQUIRE_FALSE(remesh::selfCrossings(mesh).empty());
    const auto images = geometry::mirrorVertices(mesh);
    CHECK(remesh::uncross(mesh, images, kLatticeMm) == 0);
    CHECK(remesh::selfCrossings(mesh).empty());
    std::size_t moved = 0;
    for (std::size_t v = 0; v < mesh.positions.size(); ++v) {
        const glm::vec3 &p = mesh.positions[v], &image = mesh.positions[images[v]];
        CHECK(p == image * glm::vec3(images[v] == v ? 1 : -1, 1, 1));
        CHECK(std::round(p.y / kLatticeMm) * kLatticeMm == p.y);
        moved += p != before.positions[v] ? 1 : 0;
    }
    CHECK(moved > 0);
    CHECK(moved < mesh.positions.size() / 4);
}

TEST_CASE("a mesh without self-intersections is only rounded")
{
    geometry::Mesh mesh = testing::ball({3, 0, 0}, 50);
    const geometry::Mesh before = mesh;
    CHECK(remesh::uncross(mesh, geometry::mirrorVertices(mesh), kLatticeMm) == 0);
    for (std::size_t v = 0; v < mesh.positions.size(); ++v)
        CHECK(glm::distance(mesh.positions[v], before.positions[v]) < kLatticeMm);
}

TEST_CASE("coincident vertices are moved apart")
{
    geometry::Mesh mesh = testing::ball({200, 0, 0}, 50);
    const std::uint32_t first = mesh.indices[300], second = mesh.indices[301];
    mesh.positions[first] = mesh.positions[second];
    CHECK(remesh::uncross(mesh, geometry::mirrorVertices(mesh), kLatticeMm) == 0);
    CHECK(mesh.positions[first] != mesh.positions[second]);
    CHECK(remesh::selfCrossings(mesh).empty());
}
