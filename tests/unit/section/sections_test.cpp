#include "tests/support/shapes.h"
#include "tests/unit/section/section_shapes.h"

#include <catch2/catch.hpp>
#include <glm/gtc/matrix_transform.hpp>

using namespace knotmap;
using namespace knotmap::testing;
using section::Contour;
using section::Sections;

TEST_CASE("a cube is cut in a square of its width, with the inside on the left")
{
    const geometry::Mesh mesh = cube({10, 20, 30}, 40);
    const Sections sections = sectionOf(mesh, cutAt(25));
    REQUIRE(sections.structures.size() == 1);
    const Contour& section = sections.structures[0];
    CHECK(isClosed(sections, section));
    CHECK(areaOf(sections, section) == Approx(1600));
    CHECK(lengthOf(sections, section) == Approx(160));
    CHECK(section.high.x - section.low.x == Approx(40));
    CHECK(section.high.y - section.low.y == Approx(40));
    // Twice the area over the perimeter: half the width of a round or square shape.
    CHECK(section.thickness == Approx(20));
    CHECK(section.first == 0);
    CHECK(section.count == sections.segments.size());
}

TEST_CASE("the inside stays on the left when the other half is removed")
{
    const geometry::Mesh mesh = cube({10, 20, 30}, 40);
    scene::Cut cut = cutAt(25);
    scene::flip(cut);
    const Sections sections = sectionOf(mesh, cut);
    CHECK(areaOf(sections, sections.structures.at(0)) == Approx(1600));
}

TEST_CASE("an oblique plane cuts a cube in the hexagon through the midpoints of its edges")
{
    const geometry::Mesh mesh = cube(glm::vec3(0), 40);
    scene::Cut cut;
    cut.normal = glm::normalize(glm::vec3(1, 1, 1));
    const Sections sections = sectionOf(mesh, cut);
    const Contour& section = sections.structures.at(0);
    const double edge = 20 * std::sqrt(2.0);
    CHECK(isClosed(sections, section));
    CHECK(lengthOf(sections, section) == Approx(6 * edge));
    CHECK(areaOf(sections, section) == Approx(1.5 * std::sqrt(3.0) * edge * edge));
}

TEST_CASE("a plane through vertices and along a face cuts a closed contour or nothing")
{
    const geometry::Mesh mesh = cube(glm::vec3(0), 40);
    // A diagonal plane through four corners.
    scene::Cut cut;
    cut.normal = glm::normalize(glm::vec3(1, 0, 1));
    const Sections across = sectionOf(mesh, cut);
    CHECK(isClosed(across, across.structures.at(0)));
    CHECK(areaOf(across, across.structures[0]) == Approx(40 * 40 * std::sqrt(2.0)));
    // At the upper face nothing is above the plane; at the lower one, all of the cube is.
    CHECK(sectionOf(mesh, cutAt(20)).structures.empty());
    const Sections bottom = sectionOf(mesh, cutAt(-20));
    CHECK(isClosed(bottom, bottom.structures.at(0)));
    CHECK(areaOf(bottom, bottom.structures[0]) == Approx(1600));
}

TEST_CASE("a plane that misses a body leaves no section and no segment")
{
    const geometry::Mesh mesh = cube(glm::vec3(0), 40);
    for (const float height : {-21.0F, 20.5F, 500.0F}) {
        const Sections sections = sectionOf(mesh, cutAt(height));
        CHECK(sections.structures.empty());
        CHECK(sections.segments.empty());
    }
}

TEST_CASE("a sphere is cut in circles that shrink towards its pole")
{
    const geometry::Mesh mesh = ball({0, 100, 0}, 50);
    float before = 1e9F;
    for (const float height : {100.0F, 120.0F, 140.0F}) {
        const Sections sections = sectionOf(mesh, cutAt(height));
        const Contour& section = sections.structures.at(0);
        const float up = height - 100, radius = std::sqrt(2500 - up * up);
        CHECK(isClosed(sections, section));
        CHECK(areaOf(sections, section) ==
              Approx(static_cast<float>(M_PI) * radius * radius).epsilon(0.05));
        CHECK(lengthOf(sections, section) ==
              Approx(2 * static_cast<float>(M_PI) * radius).epsilon(0.03));
        CHECK(areaOf(sections, section) < before);
        before = areaOf(sections, section);
    }
}

TEST_CASE("a hollow body has an outer contour and one in the opposite direction around the hollow")
{
    geometry::Mesh shell = cube(glm::vec3(0), 40);
    geometry::Mesh hollow = cube(glm::vec3(0), 20);
    for (std::size_t i = 0; i + 2 < hollow.indices.size(); i += 3)
        std::swap(hollow.indices[i], hollow.indices[i + 1]);
    geometry::append(shell, hollow);
    const Sections sections = sectionOf(shell, cutAt(3));
    const Contour& section = sections.structures.at(0);
    CHECK(isClosed(sections, section));
    CHECK(areaOf(sections, section) == Approx(1600 - 400));
    CHECK(lengthOf(sections, section) == Approx(160 + 80));
    CHECK(section.thickness == Approx(10)); // of its wall
}

TEST_CASE("overlapping bodies of one mesh each keep their contour, in the same direction")
{
    geometry::Mesh both = cube(glm::vec3(0), 40);
    geometry::append(both, cube({20, 0, 0}, 40));
    const Sections sections = sectionOf(both, cutAt(3));
    CHECK(areaOf(sections, sections.structures.at(0)) == Approx(3200)); // the overlap twice
    CHECK(sections.structures[0].high.x - sections.structures[0].low.x == Approx(60));
}

TEST_CASE("a left instance is the mirror image, with the inside still on the left")
{
    const geometry::Mesh mesh = cube({-50, 0, 7}, 40);
    const scene::Cut cut = cutAt(3);
    Sections sections = sectionsAt(cut);
    section::SolidToCut solid;
    solid.kind = anatomy::Kind::Bone;
    solid.mesh = &mesh;
    sections.addStructure(solid, glm::mat4(1));
    solid.left = true;
    solid.instance = 1;
    sections.addStructure(solid, glm::mat4(1));
    REQUIRE(sections.structures.size() == 2);
    const Contour &right = sections.structures[0], &left = sections.structures[1];
    CHECK(left.instance == 1);
    CHECK(left.first == right.count);
    CHECK(left.count == right.count);
    CHECK(areaOf(sections, right) == Approx(1600));
    CHECK(areaOf(sections, left) == Approx(1600));
    const auto middle = [&](const Contour& section) {
        return sections.frame.origin +
               0.5F * (section.low.x + section.high.x) * sections.frame.right +
               0.5F * (section.low.y + section.high.y) * sections.frame.up;
    };
    CHECK(glm::distance(middle(right), {-50, 3, 7}) < 1e-3F);
    CHECK(glm::distance(middle(left), {50, 3, 7}) < 1e-3F);
}

TEST_CASE("a left instance is cut by the plane of its own side, not by the right one's")
{
    const geometry::Mesh mesh = cube({-50, 0, 0}, 40);
    scene::Cut cut;
    cut.normal = {1, 0, 0};
    for (const auto& [x, leftIsMet] : {std::pair(50.0F, true), {-50.0F, false}}) {
        cut.point = {x, 0, 0};
        Sections sections = sectionsAt(cut);
        section::SolidToCut solid;
        solid.kind = anatomy::Kind::Bone;
        solid.mesh = &mesh;
        solid.left = true;
        sections.addStructure(solid, glm::mat4(1));
        REQUIRE(sections.structures.size() == (leftIsMet ? 1U : 0U));
        if (leftIsMet)
            CHECK(areaOf(sections, sections.structures[0]) == Approx(1600));
    }
}

TEST_CASE("a posed left instance is cut where its vertices are, with the inside on the left")
{
    const geometry::Mesh mesh = cube({-50, 0, 0}, 40);
    std::vector<glm::vec3> posed = mesh.positions;
    for (glm::vec3& position : posed)
        position = glm::vec3(-position.x, position.y + 100, position.z);
    Sections sections = sectionsAt(cutAt(103));
    section::SolidToCut solid;
    solid.kind = anatomy::Kind::Bone;
    solid.mesh = &mesh;
    solid.posed = &posed;
    solid.left = true;
    sections.addStructure(solid, glm::mat4(1));
    REQUIRE(sections.structures.size() == 1);
    CHECK(areaOf(sections, sections.structures[0]) == Approx(1600));
    CHECK(sections.structures[0].low.x == Approx(30));
    CHECK(sections.structures[0].high.x == Approx(70));
}

TEST_CASE("a body that is placed in the world is cut there")
{
    const geometry::Mesh mesh = cube(glm::vec3(0), 40);
    glm::mat4 placement = glm::translate(glm::mat4(1), glm::vec3(300, 900, 0));
    placement = glm::rotate(placement, static_cast<float>(M_PI) / 4, glm::vec3(0, 0, 1));
    Sections sections = sectionsAt(cutAt(900));
    section::SolidToCut solid;
    solid.kind = anatomy::Kind::Bone;
    solid.mesh = &mesh;
    sections.addStructure(solid, placement);
    REQUIRE(sections.structures.size() == 1);
    const Contour& section = sections.structures[0];
    // Rotated by 45 degrees the cube is cut along its diagonal.
    CHECK(areaOf(sections, section) == Approx(40 * 40 * std::sqrt(2.0)));
    CHECK(0.5F * (section.low.x + section.high.x) == Approx(300));
}

TEST_CASE("the plane's frame is right-handed, and its origin the point nearest to the world's")
{
    for (const glm::vec3& normal : {glm::vec3(0, 1, 0), glm::vec3(0, -1, 0), glm::vec3(1, 0, 0),
                                    glm::normalize(glm::vec3(1, -2, 3))}) {
        scene::Cut cut;
        cut.point = {30, 40, -50};
        cut.normal = normal;
        const section::PlaneFrame frame = section::planeFrameOf(cut);
        CHECK(glm::distance(glm::cross(frame.right, frame.up), normal) < 1e-5F);
        CHECK(std::abs(glm::dot(frame.right, frame.up)) < 1e-6F);
        CHECK(glm::length(frame.right) == Approx(1));
        CHECK(cut.above(frame.origin) == Approx(0).margin(1e-4));
        CHECK(glm::length(glm::cross(frame.origin, normal)) < 1e-3F);
        const glm::vec3 point = frame.origin + 7.0F * frame.right - 3.0F * frame.up;
        CHECK(glm::distance(frame.to(point), glm::vec2(7, -3)) < 1e-4F);
    }
}

TEST_CASE("the border is the frame around the plane, and there is none without one")
{
    scene::Cut cut = cutAt(10);
    Sections sections = sectionsAt(cut);
    sections.addBorder(cut);
    CHECK(sections.border.count == 0);
    cut.side = {50, 0, 0};
    cut.other = {0, 0, 20};
    sections.addBorder(cut);
    CHECK(sections.border.count == 4);
    CHECK(isClosed(sections, sections.border));
    CHECK(lengthOf(sections, sections.border) == Approx(2 * (100 + 40)));
}

TEST_CASE("the skin's section has the skin's thickness all round")
{
    const geometry::Mesh skin = ball({0, 0, 0}, 80);
    Sections sections = sectionsAt(cutAt(5));
    sections.addSkin(skin.positions, skin.indices, glm::mat4(1));
    CHECK(isClosed(sections, sections.skin));
    CHECK(areaOf(sections, sections.skin) ==
          Approx(static_cast<float>(M_PI) * (80 * 80 - 25)).epsilon(0.05));
    for (const section::ContourSegment& segment : sections.segments)
        CHECK(segment.widths == glm::vec2(1.8F));
    Sections above = sectionsAt(cutAt(90));
    above.addSkin(skin.positions, skin.indices, glm::mat4(1));
    CHECK(above.skin.count == 0);
}
