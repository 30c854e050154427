#include "engine/section/fat_map.h"
#include "tests/support/shapes.h"
#include "tests/unit/section/section_shapes.h"

#include <catch2/catch.hpp>

using namespace knotmap;
using namespace knotmap::testing;
using section::FatMap;

namespace {

/// A body of nested balls at the origin, cut through its centre: skin and, where its radii are not
/// zero, a wall of muscle from `inner` to `outer`.
FatMap nestedBalls(float skinMm, float outerMm, float innerMm)
{
    section::Sections sections = sectionsAt(cutAt(1));
    geometry::Mesh wall;
    if (outerMm > 0) {
        wall = ball({0, 0, 0}, outerMm);
        geometry::Mesh hollow = ball({0, 0, 0}, innerMm);
        for (std::size_t i = 0; i + 2 < hollow.indices.size(); i += 3)
            std::swap(hollow.indices[i], hollow.indices[i + 1]);
        geometry::append(wall, hollow);
        section::SolidToCut solid;
        solid.mesh = &wall;
        sections.addStructure(solid, glm::mat4(1));
    }
    const geometry::Mesh skin = ball({0, 0, 0}, skinMm);
    sections.addSkin(skin.positions, skin.indices, glm::mat4(1));
    return makeFatMap(sections);
}

/// 0 hollow to 255 fat, at a point in the plane's frame.
int fatAt(const FatMap& map, const glm::vec2& point)
{
    const glm::vec2 cells(map.width, map.height);
    const glm::vec2 cell = (point - map.low) / (map.high - map.low) * cells;
    const auto x = static_cast<std::size_t>(cell.x), y = static_cast<std::size_t>(cell.y);
    return map.share.at(y * static_cast<std::size_t>(map.width) + x);
}

} // namespace

TEST_CASE("a large hollow within a wall is open, the space between wall and skin is fat")
{
    const FatMap map = nestedBalls(150, 110, 95);
    CHECK(map.share.size() == static_cast<std::size_t>(map.width * map.height));
    CHECK(fatAt(map, {0, 0}) == 0);
    for (const float angle : {0.3F, 1.7F, 3.2F, 4.9F}) {
        const glm::vec2 direction(std::cos(angle), std::sin(angle));
        CHECK(fatAt(map, 60.0F * direction) == 0);
        CHECK(fatAt(map, 88.0F * direction) == 0); // up to the wall, without a seam of fat
        CHECK(fatAt(map, 130.0F * direction) == 255);
        CHECK(fatAt(map, 144.0F * direction) == 255);
    }
}

TEST_CASE("a small hollow, as between muscles, is filled with fat")
{
    const FatMap map = nestedBalls(150, 110, 17);
    CHECK(fatAt(map, {0, 0}) == 255);
    CHECK(fatAt(map, {8, -8}) == 255);
    CHECK(fatAt(map, {130, 0}) == 255);
}

TEST_CASE("a hollow close under the skin is fat as far as subcutaneous fat reaches")
{
    // Only skin: the centre, further than 45 mm from it, is open, its edge is not.
    const FatMap map = nestedBalls(100, 0, 0);
    CHECK(fatAt(map, {0, 0}) == 0);
    for (const float angle : {0.3F, 1.7F, 3.2F, 4.9F})
        CHECK(fatAt(map, 88.0F * glm::vec2(std::cos(angle), std::sin(angle))) == 255);
    const FatMap small = nestedBalls(40, 0, 0);
    CHECK(fatAt(small, {0, 0}) == 255);
}

TEST_CASE("the map covers the skin with a margin")
{
    const FatMap map = nestedBalls(100, 0, 0);
    CHECK(map.low.x == Approx(-108).margin(1));
    CHECK(map.low.y == Approx(-108).margin(1));
    CHECK(map.high.x >= 107);
    CHECK(map.high.x < 115);
    const glm::vec2 cell = (map.high - map.low) / glm::vec2(map.width, map.height);
    CHECK(cell.x == Approx(3.5));
    CHECK(cell.y == Approx(3.5));
}

TEST_CASE("without skin in the plane there is no map")
{
    CHECK(makeFatMap(sectionsAt(cutAt(0))).share.empty());
    const FatMap map = makeFatMap(sectionsAt(cutAt(0)));
    CHECK(map.width == 0);
    CHECK(map.height == 0);
}

TEST_CASE("a cut beyond the finest grid is mapped with larger cells")
{
    const FatMap map = nestedBalls(1500, 0, 0);
    CHECK(map.width <= 700);
    CHECK(map.height <= 700);
    CHECK((map.high.x - map.low.x) / static_cast<float>(map.width) > 3.6F);
    CHECK(fatAt(map, {0, 0}) == 0);
}
