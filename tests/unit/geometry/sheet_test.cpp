#include "engine/geometry/sheet.h"
#include "tests/support/shapes.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <glm/geometric.hpp>

using namespace knotmap;

TEST_CASE("a point on a flat strap is where its figures put it")
{
    const geometry::Sheet strap = testing::strap();
    const geometry::SheetFrame frame = evaluate(strap, 0.25F, 0.5F);
    CHECK(frame.middle.x == Approx(20).margin(1e-3));
    CHECK(frame.middle.y == Approx(25).margin(1e-3));
    CHECK(frame.fibre.y == Approx(1).margin(1e-4));
    CHECK(std::abs(frame.normal.z) == Approx(1).margin(1e-4));
    CHECK(frame.thickness == Approx(10).margin(1e-3));
    CHECK(evaluate(strap, 0.5F, 0).thickness == Approx(0).margin(1e-3));
}

TEST_CASE("a built strap is closed, oriented outwards and as big as its figures say")
{
    const geometry::Mesh mesh = buildSheet(testing::strap(), 2);
    CHECK(isClosedManifold(mesh));
    // An ellipse of 40 by 10 mm, 100 mm long.
    CHECK(volume(mesh) == Approx(M_PI * 20 * 5 * 100).epsilon(0.02));
    const geometry::Bounds bounds = boundsOf(mesh);
    CHECK(bounds.size().x == Approx(40).margin(0.01));
    CHECK(bounds.size().z == Approx(10).epsilon(0.02));
    CHECK(mesh.fibres.size() == mesh.positions.size());
    CHECK(mesh.tendon.size() == mesh.positions.size());
}

TEST_CASE("tendon is at the ends that the table names")
{
    geometry::Sheet strap = testing::strap();
    strap.fleshBegin = 0.2F;
    const geometry::Mesh mesh = buildSheet(strap, 2);
    for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
        const float along = mesh.fibreCoordinates[i].y;
        if (along < 0.1F)
            CHECK(mesh.tendon[i] == Approx(1));
        if (along > 0.3F)
            CHECK(mesh.tendon[i] == Approx(0).margin(1e-6));
    }
}

TEST_CASE("a sheet may be written in either direction")
{
    geometry::Sheet strap = testing::strap();
    for (int row = 0; row < strap.rows; ++row)
        std::reverse(strap.points.begin() + row * strap.columns,
                     strap.points.begin() + (row + 1) * strap.columns);
    CHECK(volume(buildSheet(strap, 3)) > 0);
}
