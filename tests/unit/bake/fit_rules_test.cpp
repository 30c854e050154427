#include "engine/bake/figure_rules.h"
#include "engine/bake/fit_rules.h"
#include "engine/bake/shape_builder.h"
#include "engine/remesh/self_crossing.h"
#include "tests/support/shapes.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace knotmap;

namespace {

/// A strap from X = -60 to -20, and the shapes beside it.
struct Body
{
    body::Atlas atlas;

    Body()
    {
        geometry::Sheet sheet = testing::strap();
        for (glm::vec4& point : sheet.points)
            point.x -= 60;
        bake::ShapeTable table;
        table.sheets = {sheet};
        add("strap", anatomy::Kind::Muscle, bake::buildMuscle(table));
        atlas.shapes.back().sheets = {sheet};
    }

    void add(const std::string& id, anatomy::Kind kind, const geometry::Mesh& mesh)
    {
        body::Shape shape;
        shape.id = id;
        shape.kind = kind;
        shape.mesh = mesh;
        atlas.shapes.push_back(shape);
        anatomy::Structure structure;
        structure.id = id;
        structure.kind = kind;
        structure.file = "anatomy/" + id + ".toml";
        atlas.structures.push_back(structure);
    }

    core::Faults faults() const { return bake::brokenRules(atlas, bake::measureFit(atlas)); }
};

bool reports(const core::Faults& faults, const std::string& file, const std::string& phrase)
{
    return std::any_of(faults.begin(), faults.end(), [&](const core::Fault& fault) {
        return fault.file == file && fault.message.find(phrase) != std::string::npos;
    });
}

} // namespace

TEST_CASE("an end is measured to the bones of its own attachment")
{
    Body body;
    body.add("near", anatomy::Kind::Bone, testing::ball({-40, 140, 0}, 30));
    body.add("far", anatomy::Kind::Bone, testing::ball({-40, 160, 0}, 30));
    const auto endsTo = [&](const std::string& bone) {
        body.atlas.structures[0].insertionBones = {bone};
        return measureAttachments(body.atlas, bake::solidsOf(body.atlas.shapes));
    };
    const bake::Attachments near = endsTo("near");
    REQUIRE(near.ends.size() == 1);
    CHECK(near.ends[0].insertion);
    CHECK(near.ends[0].nearestMm == Approx(10).margin(0.4));
    CHECK(near.ends[0].gapMm > near.ends[0].nearestMm);
    CHECK(near.met() == 0);
    // The origin attaches to nothing known.
    REQUIRE(near.soft.size() == 1);
    CHECK_FALSE(near.soft[0].insertion);
    CHECK(endsTo("far").ends[0].nearestMm == Approx(30).margin(0.4));
    CHECK(reports(body.faults(), "anatomy/strap.toml", "the insertion of sheet 1 is"));
}

TEST_CASE("an end that meets a muscle attached to the same bone is joined, not detached")
{
    Body body;
    body.add("far", anatomy::Kind::Bone, testing::ball({-40, 190, 0}, 30));
    body.atlas.structures[0].insertionBones = {"far"};
    const auto measured = [&] {
        return measureAttachments(body.atlas, bake::solidsOf(body.atlas.shapes));
    };
    CHECK(measured().ends.size() == 1);
    body.add("tendon", anatomy::Kind::Muscle, testing::ball({-40, 120, 0}, 30));
    CHECK(measured().ends.size() == 1);
    body.atlas.structures[2].insertionBones = {"far"};
    const bake::Attachments joined = measured();
    CHECK(joined.ends.empty());
    CHECK(std::count_if(joined.soft.begin(), joined.soft.end(),
                        [](const bake::SoftEnd& end) { return end.joined; }) == 1);
}

TEST_CASE("muscle in bone, in muscle and in its own mirror image is counted once each, with its "
          "depth")
{
    Body body;
    const auto measured = [&] {
        return measurePenetration(body.atlas, bake::solidsOf(body.atlas.shapes));
    };
    CHECK(measured().samples >= 200);
    CHECK(measured().deepInBone == 0);
    body.add("bone", anatomy::Kind::Bone, testing::ball({-40, 50, 0}, 15));
    body.add("other-bone", anatomy::Kind::Bone, testing::ball({-40, 50, 0}, 14));
    const bake::Penetration inBone = measured();
    REQUIRE(inBone.intoBone.size() == 2);
    CHECK(inBone.intoBone[0].deepestMm == Approx(10).margin(0.5));
    CHECK(inBone.deepInBone == inBone.intoBone[0].samples);
    CHECK(inBone.deepInMuscle == 0);
    CHECK(reports(body.faults(), "anatomy/strap.toml", "lies in bone with"));
    // A ball on the left, where only the strap's mirror image is, contains nothing of the right
    // strap...
    Body left;
    left.add("left", anatomy::Kind::Muscle, testing::ball({40, 50, 0}, 15));
    // ...but the ball's mirror image, on the right, does.
    const bake::Penetration image =
        measurePenetration(left.atlas, bake::solidsOf(left.atlas.shapes));
    CHECK(std::any_of(image.intoMuscle.begin(), image.intoMuscle.end(),
                      [](const bake::Intrusion& i) { return i.muscle == 0 && i.otherLeft; }));
    // A midline muscle has no mirror image.
    left.atlas.shapes[1].midline = true;
    const bake::Penetration whole =
        measurePenetration(left.atlas, bake::solidsOf(left.atlas.shapes));
    CHECK(std::none_of(whole.intoMuscle.begin(), whole.intoMuscle.end(),
                       [](const bake::Intrusion& i) { return i.muscle == 0; }));
}

TEST_CASE("the skin must be one closed surface over everything")
{
    Body body;
    body.atlas.skin.mesh = testing::ball({0, 50, 0}, 120);
    CHECK(bake::measureEnclosure(body.atlas).closed);
    CHECK(bake::measureEnclosure(body.atlas).pieces == 1);
    CHECK(bake::measureEnclosure(body.atlas).selfCrossings == 0);
    CHECK(bake::measureEnclosure(body.atlas).exposed.empty());
    body.add("rib", anatomy::Kind::Bone, testing::ball({-60, 50, 0}, 70));
    const bake::Enclosure out = bake::measureEnclosure(body.atlas);
    REQUIRE(out.exposed.size() == 1);
    CHECK(out.exposed[0].minMm == Approx(-10).margin(1));
    CHECK(reports(body.faults(), "anatomy/rib.toml", "comes through the skin"));
    body.add("tooth-1", anatomy::Kind::Bone, testing::ball({-60, 50, 0}, 70));
    CHECK(bake::measureEnclosure(body.atlas).exposed.size() == 1);
    append(body.atlas.skin.mesh, testing::ball({0, 50, 0}, 40));
    CHECK(reports(body.faults(), "anatomy/skin", "2 pieces"));
    body.atlas.skin.mesh.indices.resize(body.atlas.skin.mesh.indices.size() - 3);
    CHECK(reports(body.faults(), "anatomy/skin", "not closed"));
}

TEST_CASE("a self-intersecting mesh is detected, one of separate parts is not")
{
    geometry::Mesh mesh = testing::ball({0, 0, 0}, 20);
    CHECK(remesh::selfCrossings(mesh).empty());
    append(mesh, testing::ball({50, 0, 0}, 20));
    CHECK(remesh::selfCrossings(mesh).empty());
    append(mesh, testing::ball({30, 0, 0}, 20));
    CHECK_FALSE(remesh::selfCrossings(mesh).empty());
}

TEST_CASE("the figures of a table are counted")
{
    bake::ShapeTable table;
    table.sheets = {testing::strap(), testing::strap()};
    CHECK(bake::figuresOf(table) == 200);
    geometry::Loft loft;
    loft.points.resize(12);
    table.lofts = {loft};
    CHECK(bake::figuresOf(table) == 242);
}
