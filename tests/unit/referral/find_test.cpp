#include "engine/referral/find.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace knotmap;
using namespace knotmap::referral;

namespace {

Point point(std::string id, std::vector<std::string> essential, std::vector<std::string> spillover,
            Commonness commonness = Commonness::Common)
{
    Point made;
    made.id = std::move(id);
    made.commonness = commonness;
    Stroke solid, dotted;
    solid.regions = std::move(essential);
    dotted.strength = Strength::Spillover;
    dotted.regions = std::move(spillover);
    made.strokes = {solid, dotted};
    return made;
}

anatomy::Catalogue regions()
{
    anatomy::Catalogue catalogue;
    for (const char* id : {"temple", "jaw", "neck-side"}) {
        anatomy::Region region;
        region.id = id;
        catalogue.regions.push_back(region);
    }
    anatomy::Region sternum;
    sternum.id = "sternum";
    sternum.midline = true;
    catalogue.regions.push_back(sternum);
    return catalogue;
}

Knowledge knowledge()
{
    Knowledge known;
    known.points = {point("solid-1", {"temple"}, {"jaw"}), point("dotted-1", {"jaw"}, {"temple"}),
                    point("wide-1", {"temple", "jaw", "neck-side"}, {}),
                    point("rare-1", {"temple"}, {"jaw"}, Commonness::Rare),
                    point("across-1", {"temple.opposite", "sternum"}, {})};
    return known;
}

std::vector<std::string> names(const std::vector<Finding>& findings)
{
    std::vector<std::string> ids;
    for (const Finding& finding : findings)
        ids.push_back(core::instanceName(finding.point->id, finding.side));
    return ids;
}

} // namespace

TEST_CASE("essential ranks above spillover, focused above wide, common above rare")
{
    const Knowledge known = knowledge();
    const auto found = findPoints(known, regions(), {{"temple", {}}}, 10);
    const std::vector<std::string> ids = names(found);
    const auto rank = [&](const std::string& id) {
        return std::find(ids.begin(), ids.end(), id + ".right") - ids.begin();
    };
    CHECK(rank("solid-1") == 0);
    CHECK(rank("solid-1") < rank("wide-1"));
    CHECK(rank("solid-1") < rank("rare-1"));
    CHECK(rank("wide-1") < rank("dotted-1"));
    for (const Finding& finding : found) {
        CHECK(finding.score > 0);
        CHECK(finding.score <= 1);
        CHECK_FALSE(finding.why.empty());
    }
}

TEST_CASE("more of the queried regions counts for more")
{
    const Knowledge known = knowledge();
    const auto ids = names(findPoints(known, regions(), {{"temple", {}}, {"neck-side", {}}}, 10));
    CHECK(ids.front() == "wide-1.right");
}

TEST_CASE("pain on one side names the trigger point of that side, or of the other where it crosses")
{
    const Knowledge known = knowledge();
    const auto ids = names(findPoints(known, regions(), {{"temple", core::Side::Left}}, 10));
    CHECK(std::count(ids.begin(), ids.end(), "solid-1.left") == 1);
    CHECK(std::count(ids.begin(), ids.end(), "solid-1.right") == 0);
    CHECK(std::count(ids.begin(), ids.end(), "across-1.right") == 1);
    CHECK(std::count(ids.begin(), ids.end(), "across-1.left") == 0);
}

TEST_CASE("a trigger point that is only locally tender explains no pain")
{
    Knowledge known = knowledge();
    known.points.front().local = true;
    for (const char* region : {"temple", "jaw"})
        for (const Finding& finding : findPoints(known, regions(), {{region, {}}}, 10))
            CHECK(finding.point->id != "solid-1");
}

TEST_CASE("no more than requested, and nothing if nothing refers pain there")
{
    const Knowledge known = knowledge();
    CHECK(findPoints(known, regions(), {{"temple", {}}}, 2).size() == 2);
    CHECK(findPoints(known, regions(), {{"heel", {}}}, 10).empty());
}
