#include "engine/body/skin.h"
#include "engine/geometry/surface.h"
#include "tests/support/folder.h"
#include "tests/support/shapes.h"

#include <catch2/catch.hpp>

using namespace knotmap;

namespace {

/// A head table of one radius everywhere.
body::HeadTable roundHead(const glm::vec3& centre, float radius) {
    body::HeadTable head;
    head.centre = centre;
    head.lowestLatitudeDeg = -60;
    head.stepDeg = 15;
    head.rows = 11;
    head.columns = 13;
    head.radii.assign(11 * 13, radius);
    return head;
}

} // namespace

TEST_CASE("a round head has its radius in every direction") {
    const body::HeadTable head = roundHead({0, 0, 0}, 90);
    for (const glm::vec3& way : {glm::vec3(1, 0, 0), glm::vec3(-1, 2, 0.3F), glm::vec3(0, 1, 0),
                                 glm::vec3(0.1F, -1, 0.2F), glm::vec3(0, 0, -1)})
        CHECK(head.radius(way) == Approx(90).margin(1e-3));
}

TEST_CASE("the skin encloses what it is built over, is closed and symmetric") {
    const geometry::Mesh muscle = testing::ball({-60, 1200, 50}, 40);
    const geometry::Mesh spine = testing::ball({0, 1300, 50}, 60);
    body::SkinTables tables;
    tables.tissue = {{{0, 1200, 50}, 300, 5, 12}};
    tables.head = roundHead({0, 1530, 90}, 90);
    // The head hangs on nothing here, so only the larger piece, the body, is asked about.
    const geometry::Mesh bridge = testing::ball({0, 1420, 70}, 80);
    const std::vector<const geometry::Mesh*> muscles = {&muscle}, bones = {&spine, &bridge};
    const auto skin = std::make_shared<const geometry::Mesh>(buildSkin(tables, muscles, bones));
    CHECK(isClosedManifold(*skin));
    const geometry::Surface surface(skin);
    for (const geometry::Mesh* part : {&muscle, &spine, &bridge})
        for (std::size_t i = 0; i < part->positions.size(); i += 7) {
            CHECK(surface.contains(part->positions[i]));
            CHECK(surface.contains(part->positions[i] * glm::vec3(-1, 1, 1)));
        }
    CHECK(surface.contains({0, 1600, 90}));
    CHECK(boundsOf(*skin).low.x == -boundsOf(*skin).high.x);
    CHECK(boundsOf(*skin).high.y == Approx(1620).margin(4));
}

TEST_CASE("the skin lies over muscle and bone by the soft tissue") {
    const geometry::Mesh limb = testing::ball({-110, 1330, 90}, 50);
    const geometry::Mesh trunk = testing::ball({0, 1330, 90}, 95);
    body::SkinTables tables;
    tables.tissue = {{{0, 1330, 90}, 300, 6, 12}};
    tables.head = roundHead({0, 1530, 90}, 100);
    const std::vector<const geometry::Mesh*> muscles = {&limb}, bones = {&trunk};
    const geometry::Surface skin(
        std::make_shared<const geometry::Mesh>(buildSkin(tables, muscles, bones)));
    for (const geometry::Mesh* part : {&limb, &trunk})
        for (std::size_t i = 0; i < part->positions.size(); i += 7)
            CHECK(skin.closest(part->positions[i])->distance > 1.5F);
    // Straight below the trunk nothing else is near: the skin is as thick as the table says.
    CHECK(skin.closest({0, 1330 - 95, 90})->distance == Approx(6).margin(1.5));
}

TEST_CASE("faulty skin tables are told with their place") {
    const testing::Folder folder;
    folder.write("anatomy/skin/soft-tissue.toml",
                 "[[place]]\nname = \"a\"\nat = [0, 0, 0]\nreach_mm = 10\nover_mm = -3\n"
                 "span_mm = 5\n");
    folder.write("anatomy/skin/head.toml", "centre = [0, 0, 0]\nlowest_latitude_deg = -60\n"
                                           "step_deg = 15\nradii = [[1, 2], [3, 4]]\n");
    core::Faults faults;
    (void)body::loadSkinTables(folder.path(), faults);
    REQUIRE(faults.size() >= 3);
    CHECK(faults[0].file == "anatomy/skin/soft-tissue.toml");
    CHECK(faults[0].line == 5);
    CHECK(faults.back().file == "anatomy/skin/head.toml");
    CHECK(faults.back().line == 4);
}
