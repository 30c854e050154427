#include "engine/bake/resolve_contacts.h"
#include "engine/bake/shape_builder.h"
#include "tests/support/shapes.h"

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>

using namespace knotmap;

namespace {

geometry::Sheet moved(geometry::Sheet sheet, const glm::vec3& by)
{
    for (glm::vec4& point : sheet.points)
        point += glm::vec4(by, 0);
    return sheet;
}

geometry::Mesh meshOf(const geometry::Sheet& sheet)
{
    bake::ShapeTable table;
    table.sheets = {sheet};
    return bake::buildMuscle(table);
}

body::Shape muscle(const std::string& id, const geometry::Sheet& sheet)
{
    body::Shape shape;
    shape.id = id;
    shape.sheets = {sheet};
    shape.mesh = meshOf(sheet);
    return shape;
}

body::Shape bone(const std::string& id, const geometry::Mesh& mesh)
{
    body::Shape shape;
    shape.id = id;
    shape.kind = anatomy::Kind::Bone;
    shape.mesh = mesh;
    return shape;
}

std::vector<anatomy::Structure> structuresOf(const std::vector<body::Shape>& shapes)
{
    std::vector<anatomy::Structure> structures;
    for (const body::Shape& shape : shapes) {
        anatomy::Structure structure;
        structure.id = shape.id;
        structure.kind = shape.kind;
        structure.midline = shape.midline;
        structures.push_back(structure);
    }
    return structures;
}

/// The greatest depth of the mesh's vertices in the solid.
float deepest(const geometry::Mesh& mesh, const bake::PlacedSolid& solid)
{
    float mm = 0;
    for (const glm::vec3& position : mesh.positions)
        if (const auto depth = solid.depthAt(position))
            mm = std::max(mm, depth->mm);
    return mm;
}

void resolveContacts(std::vector<body::Shape>& shapes,
                     const std::vector<anatomy::Structure>& structures)
{
    bake::resolveContacts(shapes, structures, std::vector<bool>(shapes.size(), false));
}

} // namespace

TEST_CASE("an end detached from its bone is drawn to it, the other end stays")
{
    // The strap's insertion is at Y = 100, the ball begins at 110.
    std::vector<body::Shape> shapes = {muscle("strap", moved(testing::strap(), {-60, 0, 0})),
                                       bone("ball", testing::ball({-40, 140, 0}, 30))};
    auto structures = structuresOf(shapes);
    structures[0].insertionBones = {"ball"};
    resolveContacts(shapes, structures);
    const bake::Solid ball(shapes[1].mesh);
    const geometry::Sheet& sheet = shapes[0].sheets[0];
    CHECK(ball.distanceTo(geometry::evaluate(sheet, 1, 0.5F).middle) < 3);
    const glm::vec3 start = geometry::evaluate(testing::strap(), 0, 0.5F).middle;
    CHECK(glm::distance(geometry::evaluate(sheet, 0, 0.5F).middle, start + glm::vec3(-60, 0, 0)) <
          0.01F);
}

TEST_CASE("an end far from its bone is left alone")
{
    std::vector<body::Shape> shapes = {muscle("strap", moved(testing::strap(), {-60, 0, 0})),
                                       bone("ball", testing::ball({-40, 200, 0}, 30))};
    auto structures = structuresOf(shapes);
    structures[0].insertionBones = {"ball"};
    resolveContacts(shapes, structures);
    CHECK(geometry::evaluate(shapes[0].sheets[0], 1, 0.5F).middle.y == Approx(100));
}

TEST_CASE("muscle yields to bone, and the fibre sheet with it")
{
    std::vector<body::Shape> shapes = {muscle("strap", moved(testing::strap(), {-60, 0, 0})),
                                       bone("ball", testing::ball({-40, 50, -33}, 33))};
    const auto structures = structuresOf(shapes);
    const bake::Solid ball(shapes[1].mesh);
    REQUIRE(deepest(shapes[0].mesh, {&ball, false}) > 4);
    resolveContacts(shapes, structures);
    CHECK(deepest(shapes[0].mesh, {&ball, false}) < 2);
    const geometry::Mesh again = meshOf(shapes[0].sheets[0]);
    CHECK(again.positions == shapes[0].mesh.positions);
    // No belly is compressed below half of its own thickness.
    for (const glm::vec4& point : shapes[0].sheets[0].points)
        CHECK(point.w >= 5);
}

TEST_CASE("two muscles separate by half each, and a muscle separates from its own mirror image")
{
    const geometry::Sheet strap = moved(testing::strap(), {-100, 0, 0});
    std::vector<body::Shape> shapes = {muscle("a", strap), muscle("b", moved(strap, {0, 0, 6}))};
    const bake::Solid before(shapes[1].mesh);
    REQUIRE(deepest(shapes[0].mesh, {&before, false}) > 3);
    resolveContacts(shapes, structuresOf(shapes));
    const bake::Solid b(shapes[1].mesh);
    CHECK(deepest(shapes[0].mesh, {&b, false}) < 2);
    const float a = geometry::evaluate(shapes[0].sheets[0], 0.5F, 0.5F).middle.z;
    CHECK(a < -0.3F);
    CHECK(geometry::evaluate(shapes[1].sheets[0], 0.5F, 0.5F).middle.z - 6 ==
          Approx(-a).margin(0.1));

    // Its edge at X = 4 lies beyond the median plane, in its mirror image.
    std::vector<body::Shape> one = {muscle("a", moved(testing::strap(), {-36, 0, 0}))};
    const bake::Solid whole(one[0].mesh);
    const float crossed = deepest(one[0].mesh, {&whole, true});
    REQUIRE(crossed > 2);
    resolveContacts(one, structuresOf(one));
    const bake::Solid parted(one[0].mesh);
    CHECK(deepest(one[0].mesh, {&parted, true}) < 0.8F * crossed);
}

TEST_CASE("a shape of an earlier bake is not moved")
{
    const geometry::Sheet strap = moved(testing::strap(), {-100, 0, 0});
    std::vector<body::Shape> shapes = {muscle("a", strap), muscle("b", moved(strap, {0, 0, 6}))};
    bake::resolveContacts(shapes, structuresOf(shapes), {true, false});
    CHECK(shapes[0].sheets[0].points == strap.points);
    CHECK(shapes[1].sheets[0].points != moved(strap, {0, 0, 6}).points);
}
