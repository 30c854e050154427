#include "engine/section/cortical_thickness.h"
#include "tests/support/shapes.h"
#include "tests/unit/section/section_shapes.h"

#include <catch2/catch.hpp>

using namespace knotmap;
using namespace knotmap::testing;
using section::CorticalThickness;

TEST_CASE(
    "a long bone has a wall of a fifth of its width in the shaft and a thin cortex at its ends")
{
    const CorticalThickness rind(rod({10, 20, 30}, 400, 14));
    CHECK(rind.at({24, 20, 30}) == Approx(0.21 * 28).epsilon(0.02));
    CHECK(rind.at({24, 219, 30}) == Approx(1.1));
    CHECK(rind.at({24, -179, 30}) == Approx(1.1));
    // It grows from the end to the shaft, the same from either end.
    float before = 0;
    for (float y = 0; y <= 200; y += 10) {
        const float wall = rind.at({10, 220 - y, 44});
        CHECK(wall >= before);
        CHECK(wall == Approx(rind.at({10, -180 + y, 44})).margin(0.01));
        before = wall;
    }
}

TEST_CASE("the wall of a bone does not depend on the bone's orientation")
{
    geometry::Mesh lying = rod(glm::vec3(0), 400, 14);
    for (glm::vec3& position : lying.positions)
        position = {position.y, -position.x, position.z};
    const CorticalThickness rind(lying);
    CHECK(rind.at({0, 14, 0}) == Approx(0.21 * 28).epsilon(0.02));
    CHECK(rind.at({199, 14, 0}) == Approx(1.1));
}

TEST_CASE("the wall of the thickest bone stays within anatomical limits")
{
    CHECK(CorticalThickness(rod(glm::vec3(0), 900, 40)).at({40, 0, 0}) == Approx(7.5));
}

TEST_CASE("a short bone has a thin cortex all over")
{
    const CorticalThickness rind(ball({0, 0, 0}, 20));
    for (const glm::vec3& point : {glm::vec3(20, 0, 0), glm::vec3(0, 20, 0), glm::vec3(0, 0, -20)})
        CHECK(rind.at(point) == Approx(1.1));
    // Twice as long as wide is no shaft yet, four times is.
    CHECK(CorticalThickness(rod(glm::vec3(0), 56, 14)).at({14, 0, 0}) == Approx(1.1));
    CHECK(CorticalThickness(rod(glm::vec3(0), 112, 14)).at({14, 0, 0}) > 5);
}

TEST_CASE("the cortex of a thin bone leaves room for spongy bone")
{
    // 3 mm wide: 0.12 of that.
    CHECK(CorticalThickness(ball({0, 0, 0}, 1.5F, 0.5F)).at({1.5F, 0, 0}) < 0.4F);
}

TEST_CASE("nothing has no cortex")
{
    CHECK(CorticalThickness().at({1, 2, 3}) == 0);
    CHECK(CorticalThickness(geometry::Mesh()).at({1, 2, 3}) == 0);
}

TEST_CASE("a bone's section carries the thickness of its wall and to what degree it is a shaft")
{
    const geometry::Mesh mesh = rod({-40, 0, 0}, 400, 14);
    const CorticalThickness rind(mesh);
    const auto cut = [&](float height, bool left) {
        section::Sections sections = sectionsAt(cutAt(height));
        section::SolidToCut solid;
        solid.kind = anatomy::Kind::Bone;
        solid.mesh = &mesh;
        solid.cortex = &rind;
        solid.left = left;
        sections.addStructure(solid, glm::mat4(1));
        return sections;
    };
    for (const bool left : {false, true}) {
        const section::Sections shaft = cut(3, left), end = cut(195, left);
        CHECK(shaft.structures.at(0).tendon.x == Approx(1));
        CHECK(end.structures.at(0).tendon.x == Approx(0));
        for (const section::ContourSegment& segment : shaft.segments) {
            CHECK(segment.widths.x == Approx(5.88).epsilon(0.02));
            CHECK(segment.widths.y == Approx(5.88).epsilon(0.02));
        }
        CHECK(end.segments.front().widths.x == Approx(1.1).margin(0.05));
        // Wall and marrow within the bone's outer contour.
        CHECK(areaOf(shaft, shaft.structures[0]) ==
              Approx(static_cast<float>(M_PI) * 14 * 14).epsilon(0.02));
    }
}
