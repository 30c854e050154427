// The shipped tables of builds, on the shipped body: one test case per build.

#include "app/model/check.h"
#include "engine/body/atlas_file.h"
#include "engine/remesh/self_crossing.h"
#include "engine/variants/body_builder.h"
#include "tests/support/case_each.h"
#include "tests/support/program.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <glm/geometric.hpp>
#include <glm/matrix.hpp>
#include <set>
#include <tuple>

using namespace knotmap;
using namespace knotmap::body;
using namespace knotmap::variants;

namespace {

const std::filesystem::path kAssets = std::filesystem::path(KNOTMAP_REPOSITORY) / "assets";
constexpr float kShort = 1450, kTall = 2000;

/// Female and male, slim, average and heavy; short, of the table's stature and tall.
std::vector<Build> allBuilds()
{
    std::vector<Build> builds;
    for (const Sex sex : {Sex::Female, Sex::Male})
        for (const float mass : {0.0F, 0.5F, 1.0F})
            for (const float height : {0.0F, kShort, kTall})
                builds.push_back({sex, height, mass});
    return builds;
}

/// "female slim 1450 mm"
std::string described(const Build& build)
{
    const std::string mass = build.mass < 0.5F ? "slim" : build.mass > 0.5F ? "heavy" : "average";
    const std::string height =
        build.heightMm > 0 ? fmt::format("{:.0f} mm", build.heightMm) : "of its own height";
    return fmt::format("{} {} {}", sexName(build.sex), mass, height);
}

geometry::Surface skinOf(const std::shared_ptr<const Atlas>& atlas)
{
    return geometry::Surface(std::shared_ptr<const geometry::Mesh>(atlas, &atlas->skin.mesh));
}

/// Vertices of the skin whose mirror image is not a vertex.
std::size_t withoutMirrorImage(const geometry::Mesh& mesh)
{
    std::set<std::tuple<float, float, float>> positions;
    for (const glm::vec3& position : mesh.positions)
        positions.emplace(position.x, position.y, position.z);
    return static_cast<std::size_t>(
        std::count_if(mesh.positions.begin(), mesh.positions.end(), [&](const glm::vec3& position) {
            return positions.count({-position.x, position.y, position.z}) == 0;
        }));
}

/// How many points of muscles and bones lie outside the skin or hardly beneath it.
std::size_t barelyCovered(const Atlas& atlas, const geometry::Surface& skin)
{
    constexpr float kMinMm = 0.8F; // 1 mm where a body is short or slim
    constexpr std::size_t kEvery = 3, kDeepEvery = 60;
    std::size_t count = 0;
    for (const Shape& shape : atlas.shapes)
        for (std::size_t v = 0; v < shape.mesh.positions.size(); v += kEvery) {
            const glm::vec3& position = shape.mesh.positions[v];
            if (skin.closestWithin(position, kMinMm) ||
                (v % kDeepEvery == 0 && !skin.contains(position)))
                ++count;
        }
    return count;
}

/// Space is not folded anywhere: tissue keeps its orientation.
void foldsNoSpace(BodyBuilder& builder, const Build& build)
{
    constexpr std::size_t kStride = 1201;
    float smallest = 1;
    const auto& positions = builder.measured()->skin.mesh.positions;
    for (std::size_t v = 0; v < positions.size(); v += kStride)
        for (const float depth : {0.0F, 0.35F, 0.7F}) {
            const glm::vec3 inside = positions[v] * glm::vec3(1 - depth, 1, 1);
            smallest = std::min(smallest, glm::determinant(builder.spaceAt(build, inside).slope));
        }
    // A short body is smaller everywhere, which is not a fold.
    const float scale = builder.statureOf(build) / builder.statureOf({build.sex, 0, build.mass});
    CHECK(smallest > 0.3F * std::min(1.0F, scale * scale * scale));
}

/// Ids and triangles are unchanged, the skin is closed and its halves are equal.
void keepsItsForm(BodyBuilder& builder, const Build& build, const Atlas& atlas)
{
    const Atlas& measured = *builder.measured();
    REQUIRE(atlas.shapes.size() == measured.shapes.size());
    CHECK(atlas.skin.mesh.indices == measured.skin.mesh.indices);
    CHECK(geometry::isClosedManifold(atlas.skin.mesh));
    const float height = geometry::boundsOf(atlas.skin.mesh).size().y;
    CHECK(height == Approx(builder.statureOf(build)).margin(3));
    CHECK(withoutMirrorImage(atlas.skin.mesh) == 0);
    if (!build.asMeasured()) // that is the bake's responsibility
        CHECK(remesh::selfCrossings(atlas.skin.mesh).empty());
}

/// Trigger points lie inside their muscles and their zones reach their regions.
void keepsItsPoints(const Build& build, const std::shared_ptr<const Atlas>& measured)
{
    for (const core::Fault& fault : app::checkData(kAssets, measured, build))
        if (fault.file.rfind("referral/points/", 0) == 0)
            FAIL_CHECK(fault.text());
}

const testing::CaseEach kBuilds(
    KNOTMAP_HERE, allBuilds(), [](const Build& build) { return "build " + described(build); },
    [](const Build& build) {
        core::Faults faults;
        const auto measured = readAtlas(KNOTMAP_ATLAS_FILE);
        REQUIRE(measured);
        BuildTables tables = loadBuildTables(kAssets, faults);
        REQUIRE(faults.empty());
        const auto skin = std::make_shared<const geometry::Surface>(skinOf(*measured));
        BodyBuilder builder(*measured, skin, std::move(tables));
        const auto atlas = builder.make(build);
        foldsNoSpace(builder, build);
        keepsItsForm(builder, build, *atlas);
        // Muscles and bones stay beneath the skin as in the measured body.
        CHECK(barelyCovered(*atlas, skinOf(atlas)) <= barelyCovered(**measured, *skin));
        if (build.heightMm == 0) // the tables of points apply to bodies of the table's stature
            keepsItsPoints(build, *measured);
    });

} // namespace

TEST_CASE("the command line accepts a body and refuses unknown values")
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
        {"--height 9999", "140cm to 210cm"},
        {"--body x", "female or male"},
        {"--build -3", "slim, average, heavy or a number from 0 to 1"},
        {"--height 9cm", "140cm to 210cm"},
        {"--build fat", "use slim, average, heavy"},
        {"--build 2", "from 0 to 1"}};
    for (const auto& [option, phrase] : wrong) {
        INFO(option);
        const auto refused = run("show gluteus-medius-1 " + option);
        CHECK(refused.status == 2);
        CHECK(refused.out.empty());
        CHECK(refused.error.find(phrase) != std::string::npos);
    }
}
