// The shipped tables of builds, on the shipped body.

#include "engine/body/atlas_file.h"
#include "engine/body/body_builder.h"
#include "tests/support/program.h"

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>
#include <glm/matrix.hpp>

using namespace knotmap;
using namespace knotmap::body;

namespace {

const std::vector<Build> kBuilds{{Sex::Female, 0, 0.5F}, {Sex::Female, 0, 1},
                                 {Sex::Female, 0, 0},    {Sex::Male, 0, 0},
                                 {Sex::Male, 0, 1},      {Sex::Male, 1950, 0.5F}};

BodyBuilder shippedBuilder()
{
    core::Faults faults;
    auto atlas = readAtlas(KNOTMAP_ATLAS_FILE);
    REQUIRE(atlas);
    BuildTables tables = loadBuildTables(std::string(KNOTMAP_REPOSITORY) + "/assets", faults);
    REQUIRE(faults.empty());
    auto skin = std::make_shared<const geometry::Surface>(
        std::shared_ptr<const geometry::Mesh>(*atlas, &(*atlas)->skin.mesh));
    return {*atlas, skin, std::move(tables)};
}

} // namespace

TEST_CASE("no build folds space anywhere in the body")
{
    BodyBuilder builder = shippedBuilder();
    for (const Build& build : kBuilds) {
        float least = 1;
        (void)builder.make(build);
        const auto& places = builder.measured()->skin.mesh.positions;
        for (std::size_t v = 0; v < places.size(); v += 97)
            for (const float depth : {0.0F, 0.35F, 0.7F}) {
                const glm::vec3 inside = places[v] * glm::vec3(1 - depth, 1, 1);
                least = std::min(least, glm::determinant(builder.spaceAt(build, inside).slope));
            }
        INFO(sexName(build.sex) << " " << build.mass);
        CHECK(least > 0.3F);
    }
}

TEST_CASE("every build keeps ids and triangles, a closed skin and two equal halves")
{
    BodyBuilder builder = shippedBuilder();
    const Atlas& measured = *builder.measured();
    for (const Build& build : kBuilds) {
        INFO(sexName(build.sex) << " " << build.mass);
        const auto atlas = builder.make(build);
        REQUIRE(atlas->shapes.size() == measured.shapes.size());
        CHECK(atlas->skin.mesh.indices == measured.skin.mesh.indices);
        CHECK(geometry::isClosedManifold(atlas->skin.mesh));
        const float height = geometry::boundsOf(atlas->skin.mesh).size().y;
        CHECK(height == Approx(builder.statureOf(build)).margin(3));
        const geometry::Bounds box = geometry::boundsOf(atlas->skin.mesh);
        CHECK(box.low.x == Approx(-box.high.x).margin(0.05));
    }
}

TEST_CASE("the command line takes a body and refuses what it does not know")
{
    const auto run = [](const std::string& arguments) {
        return testing::runProgram(std::string("\"") + KNOTMAP_PROGRAM + "\" " + arguments);
    };
    const auto man = run("show gluteus-medius-1 --json");
    const auto woman = run("--body female --build heavy show gluteus-medius-1 --json");
    CHECK(woman.status == 0);
    CHECK(woman.out != man.out);
    CHECK(run("show gluteus-medius-1 --json --body male --build average").out == man.out);
    const std::vector<std::pair<std::string, std::string>> wrong = {
        {"--body femal", "use female or male"},
        {"--height 165", "has no unit"},
        {"--height 9cm", "140cm to 210cm"},
        {"--build fat", "use slim, average, heavy"},
        {"--build 2", "from 0 to 1"}};
    for (const auto& [option, phrase] : wrong) {
        INFO(option);
        const auto refused = run("show gluteus-medius-1 " + option);
        CHECK(refused.status == 1);
        CHECK(refused.out.empty());
        CHECK(refused.error.find(phrase) != std::string::npos);
    }
}
