#include "tests/unit/care/small_guide.h"

using namespace knotmap;
using testing::SmallGuide;

namespace {

std::vector<care::Segment> load(const SmallGuide& small, core::Faults& faults)
{
    const testing::Folder assets;
    assets.write("care/segments.toml", small.files.at("segments.toml"));
    return care::loadSegments(assets.path(), SmallGuide::catalogue(), faults);
}

std::vector<care::Segment> changed(const char* part, const char* with, core::Faults& faults)
{
    INFO(part << " -> " << with);
    SmallGuide small;
    small.change("segments.toml", part, with);
    return load(small, faults);
}

} // namespace

TEST_CASE("segments are read with their joint, ends and figures of both sexes")
{
    core::Faults faults;
    const auto segments = load(SmallGuide(), faults);
    CHECK(faults.empty());
    REQUIRE(segments.size() == 2);
    CHECK(segments[0].id == "trunk");
    CHECK(segments[0].joint == "lumbar");
    CHECK(segments[0].from == "groin");
    CHECK(segments[0].to == "lumbar");
    CHECK_FALSE(segments[0].paired);
    CHECK(segments[0].mass.male == 90);
    CHECK(segments[0].mass.female == 92);
    CHECK(segments[0].centre.male == 40);
    CHECK(segments[0].centre.female == 42);
    CHECK(segments[1].paired);
    CHECK(segments[1].mass.male == 5);
    CHECK(segments[1].centre.female == 51);
}

TEST_CASE("the masses add up to the whole body, pairs counted twice, or there are none")
{
    core::Faults faults;
    // Within rounding: 90.4 + 2 * 5.
    CHECK(changed("male = 90", "male = 90.4", faults).size() == 2);
    CHECK(changed("male = 90", "male = 89.6", faults).size() == 2);
    CHECK(faults.empty());
    CHECK(changed("male = 90,", "male = 90.6,", faults).empty());
    REQUIRE(faults.size() == 1);
    CHECK(faults.front().text().find("the masses add up to 100.6 per cent, not 100") !=
          std::string::npos);
    CHECK(faults.front().file == "care/segments.toml");
    CHECK(faults.front().line == 0);
    faults.clear();
    CHECK(changed("female = 4 ", "female = 5 ", faults).empty());
    REQUIRE(faults.size() == 1);
    CHECK(faults.front().message.find("102.0 per cent") != std::string::npos);
    faults.clear();
    CHECK(changed("paired = true\n", "", faults).empty());
    REQUIRE(faults.size() == 2); // either sex lacks an arm
    CHECK(faults[0].message.find("95.0 per cent") != std::string::npos);
    CHECK(faults[1].message.find("96.0 per cent") != std::string::npos);
}

TEST_CASE("a faulty segment is reported with its location, and the rest is not a whole body")
{
    const struct
    {
        const char *part, *with, *pointsAt, *message;
    } cases[] = {
        {"joint = \"elbow\"", "joint = \"elbwo\"", "\"elbwo\"",
         "no joint is called 'elbwo'. Did you mean elbow?"},
        {"from = \"groin\"", "from = \"gorin\"", "\"gorin\"",
         "no joint or landmark is called 'gorin'. Did you mean groin?"},
        {"to = \"thumb-pad\"", "to = \"lumbra\"", "\"lumbra\"",
         "no joint or landmark is called 'lumbra'. Did you mean lumbar"},
        {"male = 50", "male = 101", "101", "between 0 and 100"},
        {"{ male = 5,", "{ male = -5,", "-5", "between 0 and 100"},
        {"{ male = 5, female = 4 }", "{ male = 5 }", "{ male = 5 }", "'female' is missing"},
        {"{ male = 5,", "{ child = 3, male = 5,", "3,", "'child' is not a known key here"},
        {"paired = true", "paired = \"yes\"", "\"yes\"", "true or false"},
    };
    for (const auto& one : cases) {
        INFO(one.part << " -> " << one.with);
        SmallGuide small;
        small.change("segments.toml", one.part, one.with);
        core::Faults faults;
        CHECK(load(small, faults).empty());
        REQUIRE_FALSE(faults.empty());
        INFO(faults.front().text());
        const auto [line, column] =
            testing::lineAndColumnOf(small.files.at("segments.toml"), one.pointsAt);
        CHECK(faults.front().line == line);
        CHECK(faults.front().column == column);
        CHECK(faults.front().message.find(one.message) != std::string::npos);
        // A figure or a segment with a fault of its own is no reason to report the sum.
        CHECK(faults.size() == 1);
    }
}

TEST_CASE("segments name their source")
{
    core::Faults faults;
    CHECK(changed("source = \"de Leva 1996\"\n", "", faults).size() == 2);
    REQUIRE(faults.size() == 1);
    CHECK(faults.front().message == "'source' is missing");
}
