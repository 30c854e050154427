#include "app/commands/search.h"
#include "tests/unit/commands/small_library.h"

#include <catch2/catch.hpp>

using namespace knotmap;
using namespace knotmap::app;

namespace {

/// The ids that a search finds, in the list's order.
std::vector<std::string> found(const std::string& query, Grouping grouping = Grouping::Muscle)
{
    const auto library = testing::smallLibrary();
    std::vector<std::string> ids;
    for (const ListGroup& group :
         searchKnots(*library, buildSearchIndex(*library), query, grouping)) {
        CHECK_FALSE(group.points.empty());
        for (const std::size_t point : group.points)
            ids.push_back(library->referral.points[point].id);
    }
    return ids;
}

const std::vector<std::string> kBoth{"upper-one-1", "deep-one-1"};

} // namespace

TEST_CASE("words are matched by their beginnings, in any case and order")
{
    CHECK(matchesQuery("Upper trapezius | temple", "TEM up"));
    CHECK(matchesQuery("upper-trapezius-1", "trap 1"));
    CHECK_FALSE(matchesQuery("Upper trapezius", "apez"));
    CHECK(matchesQuery("anything", ""));
    CHECK(matchesQuery("anything", " ,; "));
}

TEST_CASE("trigger points are found by muscle, Latin name, label, region and everyday words")
{
    CHECK(found("") == kBoth);
    CHECK(found("upper one") == std::vector<std::string>{"upper-one-1"});
    CHECK(found("profundus") == std::vector<std::string>{"deep-one-1"});
    CHECK(found("outer edge") == std::vector<std::string>{"deep-one-1"});
    CHECK(found("side of the forehead") == kBoth);
    CHECK(found("between the blades front") == std::vector<std::string>{"upper-one-1"});
    CHECK(found("elbow").empty());
}

TEST_CASE("groups run from head to foot")
{
    const auto library = testing::smallLibrary();
    const SearchIndex index = buildSearchIndex(*library);
    const auto byMuscle = searchKnots(*library, index, "", Grouping::Muscle);
    REQUIRE(byMuscle.size() == 2);
    CHECK(byMuscle[0].title == "Upper one");
    const auto byPain = searchKnots(*library, index, "", Grouping::Pain);
    REQUIRE(byPain.size() == 2);
    CHECK(byPain[0].title == "Head");
    CHECK(byPain[1].title == "Back");
}

TEST_CASE("a trigger point without referred pain is listed by its pain too: last, and marked as "
          "such")
{
    const auto library = std::make_shared<Library>(*testing::smallLibrary());
    referral::Point& point = library->referral.points.front();
    point.local = true;
    point.strokes.clear();
    const SearchIndex index = buildSearchIndex(*library);
    const auto byPain = searchKnots(*library, index, "", Grouping::Pain);
    REQUIRE(byPain.size() == 2);
    CHECK(byPain[1].title == "Sends no pain elsewhere");
    CHECK(byPain[1].points == std::vector<std::size_t>{0});
    CHECK(searchKnots(*library, index, "on the spot", Grouping::Muscle).size() == 1);
}

TEST_CASE("regions are spoken by their labels")
{
    const auto library = testing::smallLibrary();
    CHECK(regionLabels(library->anatomy, {"temple", "interscapular"}) ==
          "Temple and between the shoulder blades");
    CHECK(regionLabel(library->anatomy, "temple.opposite") == "Temple (other side)");
    CHECK(regionLabel(library->anatomy, "no-such") == "no-such");
    CHECK(searchRegions(buildSearchIndex(*library), "blades").size() == 1);
}
