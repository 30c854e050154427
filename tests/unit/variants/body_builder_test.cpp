#include "engine/variants/body_builder.h"

#include "tests/support/shapes.h"

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>
#include <glm/matrix.hpp>

using namespace knotmap;
using namespace knotmap::body;
using namespace knotmap::variants;

namespace {

const Build kFemale{Sex::Female, 0, 0.5F}, kHeavy{Sex::Male, 0, 1}, kSlim{Sex::Male, 0, 0};

/// A ball of skin around a strap of muscle on each side and a midline ball of bone.
std::shared_ptr<const Atlas> smallAtlas()
{
    auto atlas = std::make_shared<Atlas>();
    Shape muscle;
    muscle.id = "strap";
    geometry::Sheet sheet = testing::strap();
    for (glm::vec4& point : sheet.points)
        point += glm::vec4(-60, 400, 60, 0);
    muscle.mesh = geometry::buildSheet(sheet, 5);
    muscle.sheets = {sheet};
    Shape bone;
    bone.id = "bone";
    bone.kind = anatomy::Kind::Bone;
    bone.midline = true;
    bone.mesh = testing::ball({0, 450, 60}, 20);
    atlas->shapes = {muscle, bone};
    atlas->structures.resize(2);
    addInstances(*atlas);
    // Both halves symmetric: the triangles right of the midline are mirrored onto the left.
    atlas->skin.mesh = testing::ball({0, 450, 60}, 150, 10);
    atlas->landmarks = {{"side", {-150, 450, 60}}};
    return atlas;
}

Station station(glm::vec3 at, glm::vec3 displacement)
{
    return {at, displacement};
}

BuildTables smallTables()
{
    BuildTables tables;
    auto& female = tables.variants[static_cast<std::size_t>(VariantId::Female)];
    female.stations = {station({-150, 450, 60}, {-12, 3, 0}), station({0, 600, 60}, {0, -5, 2}),
                       station({0, 300, 60}, {0, 0, 0}), station({0, 450, 210}, {0, 0, -9}),
                       station({0, 450, -90}, {0, 0, 4})};
    female.girths = {{{-60, 400, 60}, {-60, 500, 60}, 8, 40, 0.85F}};
    Cushion flank{{-150, 450, 60}, 60, 20, {true, false, false, false}};
    tables.variants[static_cast<std::size_t>(VariantId::HeavyMale)].cushions = {flank};
    flank.addMm = -30;
    flank.reachMm = 190;
    tables.variants[static_cast<std::size_t>(VariantId::SlimMale)].cushions = {flank};
    tables.growth = {{300, 1.2F, 0.7F}, {450, 1, 0.6F}, {600, 0.5F, 0.4F}};
    return tables;
}

struct Bench
{
    std::shared_ptr<const Atlas> atlas = smallAtlas();
    std::shared_ptr<const geometry::Surface> skin = std::make_shared<const geometry::Surface>(
        std::shared_ptr<const geometry::Mesh>(atlas, &atlas->skin.mesh));
    BodyBuilder builder{atlas, skin, smallTables()};
};

} // namespace

TEST_CASE("the measured build is the measured atlas itself")
{
    Bench bench;
    CHECK(bench.builder.make({}) == bench.atlas);
    CHECK(bench.builder.spaceAt({}, {-3, 4, 5}).point == glm::vec3(-3, 4, 5));
}

TEST_CASE("the two halves of space are exact mirror images")
{
    Bench bench;
    for (const glm::vec3& position : {glm::vec3(-40, 420, 70), glm::vec3(-149, 451, 60)}) {
        const Warped right = bench.builder.spaceAt(kFemale, position);
        const Warped left = bench.builder.spaceAt(kFemale, position * glm::vec3(-1, 1, 1));
        CHECK(left.point == right.point * glm::vec3(-1, 1, 1));
        CHECK(left.slope[0].y == -right.slope[0].y);
        CHECK(left.slope[1].y == right.slope[1].y);
    }
    CHECK(bench.builder.spaceAt(kFemale, {0, 470, 30}).point.x == 0);
}

TEST_CASE("stations are met and the slope is the derivative")
{
    Bench bench;
    const glm::vec3 side(-150, 450, 60);
    Build asTall = kFemale;
    asTall.heightMm = 0;
    const glm::vec3 moved = bench.builder.spaceAt(asTall, side).point;
    CHECK(moved.x < -158);
    const glm::vec3 at(-50, 430, 80);
    const Warped here = bench.builder.spaceAt(kFemale, at);
    for (int axis = 0; axis < 3; ++axis) {
        glm::vec3 step(0);
        step[axis] = 0.25F;
        const glm::vec3 rise = (bench.builder.spaceAt(kFemale, at + step).point -
                                bench.builder.spaceAt(kFemale, at - step).point) /
                               0.5F;
        CHECK(glm::distance(rise, here.slope[axis]) < 0.01F);
    }
    CHECK(glm::determinant(here.slope) > 0.3F);
}

TEST_CASE("a requested height is met from sole to vertex")
{
    Bench bench;
    for (const float height : {280.0F, 330.0F}) {
        Build build;
        build.heightMm = height;
        const auto atlas = bench.builder.make(build);
        CHECK(geometry::boundsOf(atlas->skin.mesh).size().y == Approx(height).margin(0.5));
        CHECK(geometry::boundsOf(atlas->skin.mesh).low.y == Approx(300).margin(0.5));
    }
}

TEST_CASE("a heavy build pads the skin and nothing beneath it, and landmarks follow the skin")
{
    Bench bench;
    const auto heavy = bench.builder.make(kHeavy);
    CHECK(heavy->shapes[0].mesh.positions.size() == bench.atlas->shapes[0].mesh.positions.size());
    CHECK(heavy->skin.mesh.indices == bench.atlas->skin.mesh.indices);
    for (std::size_t v = 0; v < heavy->shapes[0].mesh.positions.size(); ++v)
        CHECK(glm::distance(heavy->shapes[0].mesh.positions[v],
                            bench.atlas->shapes[0].mesh.positions[v]) < 0.01F);
    const geometry::Surface padded(std::shared_ptr<const geometry::Mesh>(heavy, &heavy->skin.mesh));
    const glm::vec3 side = heavy->landmarks[0].position;
    CHECK(side.x < -153);
    CHECK(padded.closest(side)->distance < 0.01F);
    CHECK(geometry::volume(heavy->skin.mesh) > 1.02 * geometry::volume(bench.atlas->skin.mesh));
}

TEST_CASE("a slim build leaves skin over muscle, however much its table removes")
{
    auto atlas = std::make_shared<Atlas>(*smallAtlas());
    // A muscle 6 mm beneath the skin of the flank.
    for (glm::vec3& position : atlas->shapes[0].mesh.positions)
        position = glm::vec3(-139, 450, 60) + 0.05F * (position - glm::vec3(-60, 450, 60));
    atlas->shapes[0].sheets.clear();
    const auto skin = std::make_shared<const geometry::Surface>(
        std::shared_ptr<const geometry::Mesh>(atlas, &atlas->skin.mesh));
    BodyBuilder builder(atlas, skin, smallTables());
    const auto slim = builder.make(kSlim);
    const geometry::Surface thin(std::shared_ptr<const geometry::Mesh>(slim, &slim->skin.mesh));
    float smallest = 1000;
    for (const glm::vec3& position : slim->shapes[0].mesh.positions) {
        CHECK(thin.contains(position));
        smallest = std::min(smallest, thin.closest(position)->distance);
    }
    CHECK(smallest > kThinnestSkinMm - 0.2F);
    CHECK(smallest < 11); // it did come nearer
}

TEST_CASE("a sheet's points follow with their thickness")
{
    Bench bench;
    const auto female = bench.builder.make(kFemale);
    const geometry::SheetFrame before =
        geometry::evaluate(bench.atlas->shapes[0].sheets[0], 0.5F, 0.5F);
    const geometry::SheetFrame after = geometry::evaluate(female->shapes[0].sheets[0], 0.5F, 0.5F);
    CHECK(glm::distance(after.middle, bench.builder.spaceAt(kFemale, before.middle).point) < 1);
    CHECK(after.thickness != before.thickness);
    CHECK(after.thickness == Approx(before.thickness).epsilon(0.3));
}

TEST_CASE("values of a build are read with their units")
{
    CHECK(*parseHeight("1650mm") == 1650);
    CHECK(*parseHeight("165cm") == 1650);
    CHECK(*parseHeight("own") == 0);
    CHECK(parseHeight("165").error().message.find("unit") != std::string::npos);
    CHECK_FALSE(parseHeight("90cm"));
    CHECK_FALSE(parseHeight("nancm"));
    CHECK(*parseMass("heavy") == 1);
    CHECK(*parseMass("0.25") == 0.25F);
    CHECK_FALSE(parseMass("1.5"));
    CHECK_FALSE(parseMass("0.5kg"));
    CHECK(*parseSex("female") == Sex::Female);
    CHECK_FALSE(parseSex("Female"));
}
