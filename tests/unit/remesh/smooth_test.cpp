#include "engine/remesh/smooth.h"
#include "tests/support/shapes.h"

#include "engine/volume/field.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <glm/geometric.hpp>

using namespace knotmap;

namespace {

/// The greatest distance of a vertex from a ball centred at the origin.
float roughness(const geometry::Mesh& mesh, float radius)
{
    float largest = 0;
    for (const glm::vec3& position : mesh.positions)
        largest = std::max(largest, glm::abs(glm::length(position) - radius));
    return largest;
}

} // namespace

TEST_CASE("smoothing removes the roughness of a ball and keeps its size")
{
    geometry::Mesh mesh = testing::ball(glm::vec3(0), 30, 2);
    const double before = geometry::volume(mesh);
    for (std::size_t i = 0; i < mesh.positions.size(); ++i)
        mesh.positions[i] *= i % 2 == 0 ? 1.02F : 0.98F;
    REQUIRE(roughness(mesh, 30) > 0.55F);
    remesh::smooth(mesh, 10);
    CHECK(roughness(mesh, 30) < 0.3F);
    CHECK(geometry::volume(mesh) == Approx(before).epsilon(0.01));
    REQUIRE(mesh.normals.size() == mesh.positions.size());
    CHECK(glm::dot(mesh.normals[5], glm::normalize(mesh.positions[5])) > 0.95F);
}

TEST_CASE("smoothing does not thin a plate")
{
    const std::vector<geometry::Mesh> plate{buildSheet(testing::strap(), 2)};
    geometry::Mesh mesh = volume::unite(plate, 1, 0);
    remesh::smooth(mesh, 10);
    const geometry::Bounds bounds = boundsOf(mesh);
    CHECK(bounds.size().z == Approx(10).margin(0.3));
    CHECK(isClosedManifold(mesh));
}
