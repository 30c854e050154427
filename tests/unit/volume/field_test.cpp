#include "engine/volume/field.h"

#include "engine/volume/isosurface.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <cstdint>

using namespace knotmap::geometry;
using namespace knotmap::volume;

namespace {

constexpr double kPi = 3.14159265358979;

Field sphereField(const glm::vec3& centre, float radius, float cell)
{
    Bounds bounds;
    bounds.add(centre - radius);
    bounds.add(centre + radius);
    Field field;
    field.grid = Grid::around(bounds, cell, 3 * cell);
    for (int z = 0; z < field.grid.size.z; ++z)
        for (int y = 0; y < field.grid.size.y; ++y)
            for (int x = 0; x < field.grid.size.x; ++x)
                field.values.push_back(glm::distance(field.grid.node(x, y, z), centre) - radius);
    return field;
}

Mesh sphere(const glm::vec3& centre, float radius)
{
    return isosurface(sphereField(centre, radius, radius / 10));
}

double sphereVolume(double radius)
{
    return 4.0 / 3.0 * kPi * radius * radius * radius;
}

} // namespace

TEST_CASE("The isosurface of a ball is a closed manifold that faces outward")
{
    const Mesh mesh = sphere({3, -2, 5}, 20);
    REQUIRE(isClosedManifold(mesh));
    CHECK(volume(mesh) == Approx(sphereVolume(20)).epsilon(0.01));
    for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
        const glm::vec3 radial = mesh.positions[i] - glm::vec3(3, -2, 5);
        REQUIRE(glm::length(radial) == Approx(20).margin(0.1));
        REQUIRE(glm::dot(mesh.normals[i], radial) / glm::length(radial) > 0.99F);
    }
}

TEST_CASE("The isosurface of noise, which contains every case of a cell, is a closed manifold")
{
    Field field;
    field.grid.size = {24, 24, 24};
    std::uint32_t state = 12345;
    for (int z = 0; z < 24; ++z)
        for (int y = 0; y < 24; ++y)
            for (int x = 0; x < 24; ++x) {
                state = state * 1664525U + 1013904223U;
                const bool border = x == 0 || y == 0 || z == 0 || x == 23 || y == 23 || z == 23;
                const float noise = static_cast<float>(state >> 8U) / 8388608.0F - 1.0F;
                field.values.push_back(border ? 1.0F : noise);
            }
    const Mesh mesh = isosurface(field);
    REQUIRE(mesh.triangleCount() > 5000);
    CHECK(isClosedManifold(mesh));
}

TEST_CASE("The signed distance to a mesh has the right size and sign")
{
    const Mesh mesh = sphere({0, 0, 0}, 15);
    const Grid grid = Grid::around(boundsOf(mesh), 1.7F, 8);
    const Field field = signedDistance(mesh, grid, 6);
    for (int z = 0; z < grid.size.z; ++z)
        for (int y = 0; y < grid.size.y; ++y)
            for (int x = 0; x < grid.size.x; ++x) {
                const float truth = glm::length(grid.node(x, y, z)) - 15;
                REQUIRE(field.at(x, y, z) == Approx(glm::clamp(truth, -6.0F, 6.0F)).margin(0.15));
            }
}

TEST_CASE("Distances are recomputed from a level that lost them")
{
    Field field = sphereField({1, 2, 3}, 18, 1.5F);
    const Field truth = field;
    for (float& value : field.values)
        value = glm::clamp(value, -4.0F, 4.0F);
    const Field again = redistanced(field);
    for (std::size_t i = 0; i < truth.values.size(); ++i)
        REQUIRE(again.values[i] == Approx(truth.values[i]).margin(0.25));
}

TEST_CASE("Balls that overlap become one surface, balls apart stay two")
{
    const std::vector<Mesh> overlapping{sphere({0, 0, 0}, 10), sphere({12, 0, 0}, 10)};
    const Mesh one = unite(overlapping, 0.9F, 0);
    REQUIRE(isClosedManifold(one));
    // Two caps of height 4 are shared: each has the volume pi h^2 (3 r - h) / 3.
    const double shared = 2 * kPi * 16 * (30 - 4) / 3;
    CHECK(volume(one) == Approx(2 * sphereVolume(10) - shared).epsilon(0.02));

    const std::vector<Mesh> apart{sphere({0, 0, 0}, 10), sphere({40, 0, 0}, 10)};
    const Mesh two = unite(apart, 0.9F, 3);
    REQUIRE(isClosedManifold(two));
    CHECK(volume(two) == Approx(2 * sphereVolume(10)).epsilon(0.02));
}

TEST_CASE("Blending fills the groove between parts and leaves the rest alone")
{
    const std::vector<Mesh> parts{sphere({0, 0, 0}, 10), sphere({12, 0, 0}, 10)};
    const Mesh sharp = unite(parts, 0.9F, 0), round = unite(parts, 0.9F, 4);
    REQUIRE(isClosedManifold(round));
    CHECK(volume(round) > volume(sharp) + 50);
    CHECK(boundsOf(round).low.x == Approx(boundsOf(sharp).low.x).margin(0.05));
}

TEST_CASE("A bore makes a hole through the union")
{
    const std::vector<Mesh> ball{sphere({0, 0, 0}, 20)};
    const std::vector<Bore> bores{{{-30, 0, 0}, {30, 0, 0}, 5}};
    const Mesh ring = unite(ball, 0.9F, 0, bores);
    REQUIRE(isClosedManifold(ring));
    // Vertices - edges + faces: 0 for a ring, 2 for a ball.
    CHECK(ring.positions.size() == ring.triangleCount() / 2);
    // The rest of a ball of radius R around a bore of radius r: 4/3 pi (R^2 - r^2)^(3/2).
    CHECK(volume(ring) == Approx(4.0 / 3.0 * kPi * std::pow(400 - 25, 1.5)).epsilon(0.02));
}

TEST_CASE("A union of nothing is an empty mesh")
{
    CHECK(unite({}, 1, 1).empty());
}
