#include "engine/bake/skin.h"
#include "engine/geometry/surface.h"
#include "tests/support/folder.h"
#include "tests/support/shapes.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <glm/geometric.hpp>

using namespace knotmap;

namespace {

/// A head of constant radius: a dome on a column, from 150 mm below its foot.
bake::HeadForm roundHead(const glm::vec3& foot, float radius)
{
    const std::vector<float> heights = {foot.y - 150, foot.y - 75, foot.y, foot.y + radius,
                                        foot.y + 1.5708F * radius};
    const std::vector<float> angles = {0, 40, 80, 120, 150, 180};
    return {foot,    0,      radius,
            heights, angles, std::vector<float>(heights.size() * angles.size(), radius)};
}

} // namespace

TEST_CASE("a round head has its radius in every direction, and a distance")
{
    const bake::HeadForm head = roundHead({0, 500, 0}, 90);
    for (const glm::vec3& direction :
         {glm::vec3(1, 0, 0), glm::vec3(-1, 2, 0.3F), glm::vec3(0, 1, 0), glm::vec3(0.1F, 1, 0.2F),
          glm::vec3(0, 0, -1)})
        for (const float far : {80.0F, 90.0F, 95.0F})
            CHECK(head.distance(glm::vec3(0, 500, 0) + far * glm::normalize(direction)) ==
                  Approx(far - 90).margin(0.02));
    CHECK(head.distance({0, 430, 100}) == Approx(10).margin(0.02));
}

TEST_CASE("strokes raise and carve the skin at both ends of their paths")
{
    const auto floor = [](const glm::vec3& at) { return at.y; };
    bake::SkinStroke lip{"lip", false, true, 0.5F, {{{-10, 3, 0}, 2, 0}, {{-10, -1, 20}, 2, 0}},
                         {}};
    bake::SkinStroke slit{"slit", true, true, 0.5F, {{{-30, 0, 0}, 1, 0}, {{-30, 0, 20}, 1, 0}},
                          {}};
    bake::SkinStroke web{"web",
                         false,
                         false,
                         0.5F,
                         {{{-60, 0, 0}, 1, 0}, {{-60, 0, 20}, 1, 0}},
                         {{{-60, 12, 0}, 1, 0}, {{-60, 12, 20}, 1, 0}}};
    const bake::StrokeField field(std::vector<bake::SkinStroke>{lip, slit, web}, floor);
    const auto inside = [&](const glm::vec3& at) { return field.applied(at.y, at) < 0; };
    CHECK(inside({-10, 1.8F, 10}));
    CHECK_FALSE(inside({-10, 2.3F, 10}));
    CHECK_FALSE(inside({-30, -0.7F, 10}));
    CHECK(inside({-30, -1.4F, 10}));
    CHECK(inside({-60.5F, 6.7F, 9}));
    CHECK_FALSE(inside({-62, 6.7F, 9}));
    CHECK(field.reaches({-10, 0, 25}, 4));
    CHECK_FALSE(field.reaches({-10, 0, 60}, 4));
}

TEST_CASE("the skin encloses what it is built over, is closed and symmetric")
{
    const geometry::Mesh muscle = testing::ball({-60, 1200, 50}, 40);
    const geometry::Mesh spine = testing::ball({0, 1300, 50}, 60);
    bake::SkinTables tables;
    tables.tissue = {{{0, 1200, 50}, 300, 5, 12}};
    tables.head = roundHead({0, 1530, 90}, 90);
    // The head is not connected here, so only the larger component, the body, is tested.
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

TEST_CASE("the skin covers muscle and bone by the thickness of the soft tissue")
{
    const geometry::Mesh limb = testing::ball({-110, 1330, 90}, 50);
    const geometry::Mesh trunk = testing::ball({0, 1330, 90}, 95);
    bake::SkinTables tables;
    tables.tissue = {{{0, 1330, 90}, 300, 6, 12}};
    tables.head = roundHead({0, 1530, 90}, 100);
    const std::vector<const geometry::Mesh*> muscles = {&limb}, bones = {&trunk};
    const geometry::Surface skin(
        std::make_shared<const geometry::Mesh>(buildSkin(tables, muscles, bones)));
    for (const geometry::Mesh* part : {&limb, &trunk})
        for (std::size_t i = 0; i < part->positions.size(); i += 7)
            CHECK(skin.closest(part->positions[i])->distance > 1.5F);
    // Straight below the trunk nothing else is near: the skin has the thickness of the table.
    CHECK(skin.closest({0, 1330 - 95, 90})->distance == Approx(6).margin(1.5));
}

TEST_CASE("faulty skin tables are reported with their location")
{
    const testing::Folder folder;
    folder.write("anatomy/skin/soft-tissue.toml",
                 "[[place]]\nname = \"a\"\nat = [0, 0, 0]\nreach_mm = 10\nover_mm = -3\n"
                 "span_mm = 5\n");
    folder.write("anatomy/skin/head.toml", "foot = [0, 0, 0]\nlean = 0.2\ndome_mm = 80\n"
                                           "radii = [[1, 2], [3, 4]]\n");
    folder.write("anatomy/skin/face.toml",
                 "[[stroke]]\nname = \"a\"\nway = \"push\"\nblend_mm = 1\n"
                 "points = [[0, 0, 0, 1, 0], [1, 0, 0, 1, 0]]\n[[stroke]]\nname = \"b\"\n"
                 "way = \"carve\"\nblend_mm = 1\npoints = [[0, 0, 0, 1, 0]]\n");
    core::Faults faults;
    (void)bake::loadSkinTables(folder.path(), faults);
    const auto reported = [&](const std::string& file, int line) {
        return std::any_of(faults.begin(), faults.end(), [&](const core::Fault& fault) {
            return fault.file == "anatomy/skin/" + file && fault.line == line;
        });
    };
    CHECK(reported("soft-tissue.toml", 5));
    CHECK(reported("head.toml", 4));
    CHECK(reported("face.toml", 3));
    CHECK(reported("face.toml", 10));
}
