#include "tests/support/shapes.h"

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>

using namespace knotmap;

TEST_CASE("a loft through a ball's figures is a ball, ends included")
{
    const glm::vec3 centre(10, -5, 3);
    const geometry::Mesh mesh = testing::ball(centre, 30);
    CHECK(isClosedManifold(mesh));
    CHECK(volume(mesh) == Approx(4.0 / 3 * M_PI * 27000).epsilon(0.02));
    for (const glm::vec3& position : mesh.positions)
        CHECK(glm::distance(position, centre) == Approx(30).epsilon(0.01));
}

TEST_CASE("a mirrored loft is its mirror image, with the outside still outside")
{
    const geometry::Mesh mesh = testing::ball({10, 0, 0}, 30);
    const geometry::Mesh image = mirrored(mesh);
    CHECK(boundsOf(image).centre().x == Approx(-10).margin(0.1));
    CHECK(volume(image) == Approx(volume(mesh)));
}
