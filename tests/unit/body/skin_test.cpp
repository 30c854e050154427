#include "engine/body/skin.h"

#include "engine/geometry/isosurface.h"
#include "engine/geometry/surface.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <memory>
#include <set>
#include <tuple>

using namespace knotmap;

namespace {

/// A ball as a mesh.
geometry::Mesh ball(const glm::vec3& centre, float radius) {
    geometry::Field field;
    geometry::Bounds bounds;
    bounds.add(centre - radius);
    bounds.add(centre + radius);
    field.grid = geometry::Grid::around(bounds, radius / 8, radius / 2);
    for (int z = 0; z < field.grid.size.z; ++z)
        for (int y = 0; y < field.grid.size.y; ++y)
            for (int x = 0; x < field.grid.size.x; ++x)
                field.values.push_back(glm::distance(field.grid.node(x, y, z), centre) - radius);
    return geometry::isosurface(field);
}

/// A trunk in the midline and a limb on the right that meets it, under a round head.
struct Manikin
{
    geometry::Mesh trunk = ball({0, 1330, 90}, 95), limb = ball({-110, 1330, 90}, 50);
    body::SkinTables tables;

    Manikin() {
        tables.tissue.push_back({{0, 1330, 90}, 300, 6, 12});
        tables.head.centre = {0, 1530, 90};
        tables.head.lowestLatitudeDeg = -90;
        tables.head.stepDeg = 15;
        tables.head.rows = tables.head.columns = 13;
        tables.head.radii.assign(13 * 13, 100);
    }

    geometry::Mesh skin() const {
        const geometry::Mesh* const muscle = &limb;
        const geometry::Mesh* const bone = &trunk;
        return body::buildSkin(tables, std::span(&muscle, 1), std::span(&bone, 1));
    }
};

} // namespace

TEST_CASE("The skin is one closed manifold, the same on both sides") {
    const geometry::Mesh skin = Manikin().skin();
    REQUIRE_FALSE(skin.empty());
    CHECK(geometry::isClosedManifold(skin));
    std::set<std::tuple<float, float, float>> places;
    for (const glm::vec3& position : skin.positions)
        places.emplace(position.x, position.y, position.z);
    for (const glm::vec3& position : skin.positions)
        REQUIRE(places.count({0.0F - position.x, position.y, position.z}) == 1);
}

TEST_CASE("The skin lies above muscle and bone by the soft tissue") {
    const Manikin manikin;
    const geometry::Surface skin(std::make_shared<const geometry::Mesh>(manikin.skin()));
    for (const geometry::Mesh* mesh : {&manikin.trunk, &manikin.limb})
        for (const glm::vec3& place : mesh->positions) {
            REQUIRE(skin.contains(place));
            REQUIRE(skin.closest(place)->distance > 1.5F);
        }
    // Straight below the trunk nothing else is near: there the skin is as thick as the table says.
    const auto below = skin.closest({0, 1330 - 95, 90});
    REQUIRE(below);
    CHECK(below->distance == Approx(6).margin(1.5));
}

TEST_CASE("The limb of the right side has its image on the left") {
    const geometry::Surface skin(std::make_shared<const geometry::Mesh>(Manikin().skin()));
    CHECK(skin.contains({-150, 1330, 90}));
    CHECK(skin.contains({150, 1330, 90}));
    CHECK_FALSE(skin.contains({-180, 1330, 90}));
}
