#include "engine/bake/shape_builder.h"
#include "tests/support/shapes.h"

#include "engine/geometry/loft.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <glm/geometric.hpp>

using namespace knotmap;

namespace {

/// A plate 80 mm by 60 mm in an oblique plane, so that it meets the grid at every angle.
geometry::Sheet slantingPlate(float thickness, const glm::vec3& at)
{
    const glm::vec3 along = glm::normalize(glm::vec3(1, 2, 1)),
                    aside(2 / 2.2360680F, -1 / 2.2360680F, 0);
    geometry::Sheet sheet;
    sheet.rows = sheet.columns = 5;
    for (int row = 0; row < 5; ++row)
        for (int column = 0; column < 5; ++column)
            sheet.points.emplace_back(at + along * (20.0F * static_cast<float>(row)) +
                                          aside * (15.0F * static_cast<float>(column)),
                                      thickness);
    return sheet;
}

/// The Euler characteristic of a closed triangle mesh, vertices - edges + faces: 2 for each
/// component of genus 0.
int eulerNumber(const geometry::Mesh& mesh)
{
    return static_cast<int>(mesh.positions.size()) - static_cast<int>(mesh.triangleCount() / 2);
}

} // namespace

TEST_CASE("a plate thinner than the grid comes out thickened and without holes")
{
    bake::ShapeTable table;
    table.sheets = {slantingPlate(0.6F, {0, 0, 0})};
    const geometry::Mesh mesh = bake::buildBone(table);
    REQUIRE(isClosedManifold(mesh));
    CHECK(eulerNumber(mesh) == 2);
    CHECK(geometry::volume(mesh) > 80 * 60 * 1.0);
}

TEST_CASE("two plates on top of each other join without a swelling")
{
    bake::ShapeTable one, two;
    one.sheets = {slantingPlate(6, {0, 0, 0})};
    two.sheets = {one.sheets[0], one.sheets[0]};
    two.blendMm = 6;
    const double alone = geometry::volume(bake::buildBone(one));
    CHECK(geometry::volume(bake::buildBone(two)) == Approx(alone).epsilon(0.02));
}

TEST_CASE("a ring of parts keeps the hole in its middle")
{
    bake::ShapeTable table;
    table.blendMm = 2;
    for (int side = 0; side < 4; ++side) {
        geometry::Loft bar;
        bar.rings = 4;
        bar.columns = 8;
        const glm::vec3 along(side % 2 == 0 ? 1 : 0, side % 2 == 0 ? 0 : 1, 0);
        const glm::vec3 across = glm::cross(glm::vec3(0, 0, 1), along);
        const glm::vec3 middle = across * (side < 2 ? 15.0F : -15.0F);
        bar.firstPole = middle - along * 20.0F;
        bar.secondPole = middle + along * 20.0F;
        for (int ring = 0; ring < 4; ++ring)
            for (int column = 0; column < 8; ++column) {
                const float turn = 6.2831853F * static_cast<float>(column) / 8;
                bar.points.push_back(
                    middle + along * (static_cast<float>(ring) * 12 - 18) +
                    4.0F * (std::cos(turn) * across + glm::vec3(0, 0, std::sin(turn))));
            }
        table.lofts.push_back(bar);
    }
    const geometry::Mesh mesh = bake::buildBone(table);
    REQUIRE(isClosedManifold(mesh));
    CHECK(eulerNumber(mesh) == 0); // one component of genus 1
}
