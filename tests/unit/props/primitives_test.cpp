#include "engine/props/primitives.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <glm/geometric.hpp>
#include <glm/gtc/constants.hpp>
#include <set>

using namespace knotmap;

namespace {

/// Each position once, so that a lathe's rings on the axis and its seam count as closed.
geometry::Mesh welded(const geometry::Mesh& mesh)
{
    geometry::Mesh whole;
    std::vector<std::uint32_t> newIndex;
    for (const glm::vec3& position : mesh.positions) {
        const auto found = std::find(whole.positions.begin(), whole.positions.end(), position);
        newIndex.push_back(static_cast<std::uint32_t>(found - whole.positions.begin()));
        if (found == whole.positions.end())
            whole.positions.push_back(position);
    }
    for (const std::uint32_t index : mesh.indices)
        whole.indices.push_back(newIndex[index]);
    return whole;
}

bool hasUnitNormals(const geometry::Mesh& mesh)
{
    return mesh.normals.size() == mesh.positions.size() &&
           std::all_of(mesh.normals.begin(), mesh.normals.end(), [](const glm::vec3& normal) {
               return std::abs(glm::length(normal) - 1) < 1e-3F;
           });
}

} // namespace

TEST_CASE("a sphere is closed, has its radius, and its normals point away from its centre")
{
    const glm::vec3 centre(4, -7, 20);
    const geometry::Mesh mesh = props::sphere(centre, 15);
    for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
        CHECK(glm::distance(mesh.positions[i], centre) == Approx(15).margin(1e-3));
        CHECK(glm::distance(mesh.normals[i], (mesh.positions[i] - centre) / 15.0F) < 1e-4F);
    }
    CHECK(hasUnitNormals(mesh));
    CHECK(geometry::isClosedManifold(welded(mesh)));
    CHECK(geometry::volume(mesh) ==
          Approx(4.0 / 3 * glm::pi<double>() * 15 * 15 * 15).epsilon(0.005));
}

TEST_CASE("a lathe revolves its profile about X, with the inside inside whichever end comes first")
{
    const std::vector<glm::vec2> cone = {{-10, 0}, {-10, 6}, {20, 0}};
    const double cones = glm::pi<double>() * 6 * 6 * 30 / 3;
    std::vector<glm::vec2> reversed(cone.rbegin(), cone.rend());
    for (const auto& profile : {cone, reversed}) {
        const geometry::Mesh mesh = props::lathe(profile, {1, 2, 3});
        CHECK(geometry::volume(mesh) == Approx(cones).epsilon(0.005));
        CHECK(geometry::isClosedManifold(welded(mesh)));
        const geometry::Bounds bounds = geometry::boundsOf(mesh);
        CHECK(bounds.low.x == Approx(-9));
        CHECK(bounds.high.x == Approx(21));
        CHECK(bounds.low.y == Approx(-4).margin(0.01));
        CHECK(bounds.high.y == Approx(8).margin(0.01));
        CHECK(bounds.low.z == Approx(-3).margin(0.01));
        CHECK(bounds.high.z == Approx(9).margin(0.01));
    }
}

TEST_CASE("a lathe makes no zero-area triangle where its profile touches the axis")
{
    const geometry::Mesh mesh = props::lathe({{-10, 0}, {0, 8}, {10, 0}}, glm::vec3(0));
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const glm::vec3 &a = mesh.positions[mesh.indices[i]],
                        &b = mesh.positions[mesh.indices[i + 1]],
                        &c = mesh.positions[mesh.indices[i + 2]];
        CHECK(glm::length(glm::cross(b - a, c - a)) > 1e-3F);
    }
}

TEST_CASE("a tube is closed, has its thickness, and ends rounded beyond its axis")
{
    const geometry::Mesh mesh = props::tube({{0, 0, 0}, {0, 0, 40}, {0, 0, 80}}, {5, 5, 5});
    CHECK(geometry::isClosedManifold(mesh));
    CHECK(hasUnitNormals(mesh));
    const geometry::Bounds bounds = geometry::boundsOf(mesh);
    CHECK(bounds.low.z == Approx(-5).margin(0.3));
    CHECK(bounds.high.z == Approx(85).margin(0.3));
    CHECK(bounds.size().x == Approx(10).margin(0.3));
    // A cylinder and two half balls.
    const double whole = glm::pi<double>() * (25 * 80 + 4.0 / 3 * 125);
    CHECK(geometry::volume(mesh) == Approx(whole).epsilon(0.06));
    CHECK(geometry::volume(mesh) > 0);
}

TEST_CASE("a tube takes on the radius of each point of its axis")
{
    const geometry::Mesh mesh = props::tube({{0, 0, 0}, {0, 0, 50}, {0, 0, 100}}, {4, 8, 12});
    int between = 0;
    for (const glm::vec3& position : mesh.positions)
        if (position.z > 5 && position.z < 95) {
            ++between;
            CHECK(glm::length(glm::vec2(position)) == Approx(4 + 0.08F * position.z).margin(0.6));
        }
    CHECK(between > 20);
}

TEST_CASE("united parts are one closed solid, larger than either and no larger than both")
{
    const geometry::Mesh a = props::sphere({-8, 0, 0}, 12), b = props::sphere({8, 0, 0}, 12);
    const geometry::Mesh both = props::united({a, b}, 1);
    CHECK(geometry::isClosedManifold(both));
    CHECK(props::openRims(both).empty());
    const double one = geometry::volume(a);
    CHECK(geometry::volume(both) > 1.2 * one);
    CHECK(geometry::volume(both) < 2 * one);
    // Two balls minus their common lens, two caps of height 4.
    const double lens = 2 * glm::pi<double>() * 16 * (3 * 12 - 4) / 3;
    CHECK(geometry::volume(both) == Approx(2 * one - lens).epsilon(0.03));
    // The wall between them is gone.
    for (const glm::vec3& position : both.positions)
        CHECK(glm::length(position) > 6);
}

TEST_CASE("the rim of a hole is traversed once, in the direction of its triangles")
{
    // A pyramid without its base.
    geometry::Mesh mesh;
    mesh.positions = {{0, 0, 5}, {1, 0, 0}, {0, 1, 0}, {-1, 0, 0}, {0, -1, 0}};
    mesh.indices = {0, 1, 2, 0, 2, 3, 0, 3, 4, 0, 4, 1};
    const auto rims = props::openRims(mesh);
    REQUIRE(rims.size() == 1);
    REQUIRE(rims[0].size() == 4);
    for (std::size_t i = 0; i < 4; ++i) {
        const std::uint32_t from = rims[0][i], to = rims[0][(i + 1) % 4];
        CHECK(to == from % 4 + 1);
    }
    mesh.indices.insert(mesh.indices.end(), {1, 4, 2, 2, 4, 3});
    CHECK(props::openRims(mesh).empty());
}

TEST_CASE("a strip open at both ends has two rims")
{
    geometry::Mesh mesh;
    constexpr std::uint32_t kSides = 5;
    for (const float z : {0.0F, 10.0F})
        for (std::uint32_t k = 0; k < kSides; ++k) {
            const float angle = glm::two_pi<float>() * static_cast<float>(k) / kSides;
            mesh.positions.emplace_back(std::cos(angle), std::sin(angle), z);
        }
    for (std::uint32_t k = 0; k < kSides; ++k) {
        const std::uint32_t next = (k + 1) % kSides;
        mesh.indices.insert(mesh.indices.end(),
                            {k, next, next + kSides, k, next + kSides, k + kSides});
    }
    const auto rims = props::openRims(mesh);
    REQUIRE(rims.size() == 2);
    std::set<std::uint32_t> seen;
    for (const auto& rim : rims) {
        CHECK(rim.size() == kSides);
        seen.insert(rim.begin(), rim.end());
    }
    CHECK(seen.size() == 2 * kSides);
}
