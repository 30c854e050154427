// Checks the shipped data against its rules.

#include "app/model/check.h"
#include "app/model/placed_point.h"
#include "engine/body/atlas_file.h"
#include "tests/support/shipped.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <glm/geometric.hpp>
#include <set>

using namespace knotmap;
using testing::shipped;

namespace {

const std::filesystem::path kAssets = std::filesystem::path(KNOTMAP_REPOSITORY) / "assets";

} // namespace

TEST_CASE("knotmap check finds nothing in the shipped data")
{
    const auto atlas = body::readAtlas(KNOTMAP_ATLAS_FILE);
    REQUIRE(atlas);
    for (const core::Fault& fault : app::checkData(kAssets, *atlas))
        FAIL_CHECK(fault.text());
}

TEST_CASE("there are at least 260 points on at least 110 muscles")
{
    std::set<std::string> muscles;
    for (const referral::Point& point : shipped().referral.points)
        muscles.insert(point.muscle);
    CHECK(shipped().referral.points.size() >= 260);
    CHECK(muscles.size() >= 110);
}

TEST_CASE("the regions are those of the contract, no more and no fewer")
{
    const std::set<std::string> contract = {
        "vertex",         "forehead",      "temple",        "eye",
        "cheek",          "teeth",         "jaw",           "ear",
        "occiput",        "behind-ear",    "throat",        "neck-front",
        "neck-side",      "neck-back",     "shoulder-top",  "shoulder-front",
        "shoulder-back",  "shoulder-side", "scapula",       "interscapular",
        "upper-back",     "mid-back",      "low-back",      "sacrum",
        "chest-upper",    "chest-side",    "breast",        "sternum",
        "abdomen-upper",  "abdomen-lower", "groin",         "genital-perineum",
        "buttock",        "hip-side",      "tailbone",      "arm-front",
        "arm-back",       "arm-inner",     "arm-outer",     "elbow-outer",
        "elbow-inner",    "elbow-tip",     "forearm-front", "forearm-back",
        "forearm-radial", "forearm-ulnar", "wrist-front",   "wrist-back",
        "palm",           "hand-back",     "thumb",         "index-finger",
        "middle-finger",  "ring-finger",   "little-finger", "thigh-front",
        "thigh-back",     "thigh-inner",   "thigh-outer",   "knee-front",
        "knee-back",      "knee-inner",    "knee-outer",    "shin",
        "calf",           "leg-outer",     "ankle-front",   "ankle-inner",
        "ankle-outer",    "achilles",      "heel",          "arch",
        "ball-of-foot",   "foot-top",      "big-toe",       "lesser-toes"};
    std::set<std::string> ours;
    for (const anatomy::Region& region : shipped().anatomy.regions) {
        ours.insert(region.id);
        CHECK_FALSE(region.synonyms.empty());
    }
    CHECK(ours == contract);
}

TEST_CASE("all four rows of the brief's table of tools are among the advice")
{
    const auto advised = [](const std::set<std::string>& groups, const std::string& tool,
                            const std::string& position) {
        for (const care::Advice& advice : shipped().care.advice) {
            const referral::Point* point = shipped().referral.findPoint(advice.point);
            const auto* muscle = shipped().anatomy.findStructure(point->muscle);
            const auto names = [](const std::vector<std::string>& list, const std::string& part) {
                return std::any_of(list.begin(), list.end(), [&](const std::string& id) {
                    return id.find(part) != std::string::npos;
                });
            };
            if (groups.count(muscle->group) == 1 && names(advice.tools, tool) &&
                names(advice.positions, position))
                return true;
        }
        return false;
    };
    CHECK(advised({"neck", "shoulder-girdle"}, "thumbs", ""));
    CHECK(advised({"neck", "shoulder-girdle"}, "tennis-ball", "wall"));
    CHECK(advised({"back", "shoulder-girdle"}, "lacrosse-ball", "lie-on-back"));
    CHECK(advised({"back", "shoulder-girdle"}, "foam-roller", "lie-on-back"));
    CHECK(advised({"hip", "pelvis"}, "tennis-ball", "sit-on-ball"));
    CHECK(advised({"forearm"}, "thumbs", "forearm"));
}

TEST_CASE("left and right positions are mirror images")
{
    const auto points = app::placePoints(shipped());
    REQUIRE(points.size() == 2 * shipped().referral.points.size());
    for (std::size_t i = 0; i < points.size(); i += 2) {
        INFO(points[i].name());
        const glm::vec3 image = points[i + 1].knot * glm::vec3(-1, 1, 1);
        CHECK(glm::distance(points[i].knot, image) < 0.01F);
        const glm::vec3 skin = points[i + 1].onSkin * glm::vec3(-1, 1, 1);
        CHECK(glm::distance(points[i].onSkin, skin) < 1.0F);
    }
}

TEST_CASE("every tool of the advice touches the skin and points inwards")
{
    const auto points = app::placePoints(shipped());
    for (const app::PlacedPoint& placed : points) {
        INFO(placed.name());
        CHECK(glm::dot(placed.pressing, placed.skinNormal) < -0.5F);
        const auto tool = app::placeTool(shipped(), placed);
        const care::Advice* advice = shipped().care.findAdvice(placed.point->id);
        REQUIRE(advice);
        if (!advice->press) {
            CHECK_FALSE(tool);
            continue;
        }
        REQUIRE(tool);
        const glm::vec3 contact(tool->placement[3]);
        CHECK(glm::distance(contact, placed.onSkin) <= 12);
        CHECK(geometry::boundsOf(*tool->mesh).high.z > 15);
    }
}
