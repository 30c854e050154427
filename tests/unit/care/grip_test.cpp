#include "tests/unit/care/small_guide.h"

using namespace knotmap;
using testing::checkPlanted;
using testing::SmallGuide;

TEST_CASE("a grip is read with its contacts, angles, depth and the joints of the hand")
{
    core::Faults faults;
    const care::Guide guide = SmallGuide().load(faults);
    const std::optional<care::Grip>& grip = guide.findTool("thumbs")->grip;
    REQUIRE(grip);
    CHECK(grip->contacts == std::vector<std::string>{"thumb-pad"});
    CHECK(grip->tipwardsDeg == 45);
    CHECK(grip->slackDeg == 30);
    CHECK(grip->sinkMm == 3);
    REQUIRE(grip->joints.size() == 2); // the elbow of either side
    CHECK(grip->joints[0].joint == "elbow");
    CHECK(grip->joints[0].deg == 20);
}

TEST_CASE("a grip without a hand keeps the joints of the measured stance")
{
    SmallGuide small;
    small.change("tools.toml", "[tool.hand]\nelbow = { flexion = 20 }\n", "");
    core::Faults faults;
    const care::Guide guide = small.load(faults);
    CHECK(faults.empty());
    REQUIRE(guide.findTool("thumbs")->grip);
    CHECK(guide.findTool("thumbs")->grip->joints.empty());
}

TEST_CASE("a faulty grip is reported with its location, and the tool loses it and keeps the rest")
{
    const testing::PlantedFault planted[] = {
        {"tools.toml", "\"thumb-pad\"", "\"thumb-pda\"", "[\"thumb-pda\"]",
         "no landmark is called 'thumb-pda'. Did you mean thumb-pad?"},
        {"tools.toml", "tipwards_deg = 45", "tipwards_deg = 91", "91", "between 0 and 90"},
        {"tools.toml", "slack_deg = 30", "slack_deg = -1", "-1", "between 0 and 90"},
        {"tools.toml", "sink_mm = 3", "sink_mm = 12.5", "12.5", "between 0 and 12"},
        {"tools.toml", "sink_mm = 3", "sink = 7\nsink_mm = 3", "7\n",
         "'sink' is not a known key here"},
        {"tools.toml", "flexion = 20", "flexion = 95", "95", "past the joint's limits"},
        {"tools.toml", "elbow = {", "elbwo = {", "{ flexion", "no joint is called 'elbwo'"},
    };
    for (const testing::PlantedFault& one : planted) {
        const care::Guide guide = checkPlanted(one);
        REQUIRE(guide.findTool("thumbs") != nullptr);
        CHECK_FALSE(guide.findTool("thumbs")->grip);
        CHECK(guide.advice.size() == 1);
    }
}
