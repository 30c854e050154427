#include "tests/unit/care/small_guide.h"

#include "engine/care/known_ids.h"

using namespace knotmap;
using testing::checkPlanted;
using testing::SmallGuide;

TEST_CASE("a caution area is read with its structure and its strokes")
{
    core::Faults faults;
    const care::Guide guide = SmallGuide().load(faults);
    REQUIRE(guide.cautionAreas.size() == 1);
    const care::CautionArea& area = guide.cautionAreas.front();
    CHECK(area.id == "throat");
    CHECK(area.label == "Throat");
    CHECK(area.reason == "The artery.");
    CHECK(area.instead == "Stay off.");
    CHECK(area.sources == std::vector<std::string>{"gray"});
    CHECK(area.allows("thumbs"));
    CHECK_FALSE(area.allows("ball"));
    REQUIRE(area.strokes.size() == 1);
    CHECK(area.strokes[0].radiusMm == 20);
    REQUIRE(area.strokes[0].through.size() == 2);
    CHECK(area.strokes[0].through[0].near == "groin");
    CHECK(area.strokes[0].through[0].offsetMm == glm::vec3(0));
    CHECK(area.strokes[0].through[1].near == "thigh");
    CHECK(area.strokes[0].through[1].offsetMm == glm::vec3(1, 2, 3));
}

TEST_CASE("a faulty caution area is reported with its location and left out")
{
    const char* const file = "caution_areas.toml";
    const testing::PlantedFault planted[] = {
        {file, "\"thumbs\"", "\"thubms\"", "[\"thubms\"]", "Did you mean thumbs?"},
        {file, "\"gray\"", "\"gary\"", "[\"gary\"]",
         "no source is called 'gary'. Did you mean gray?"},
        {file, "[\"gray\"]", "[]", "[]", "'sources' must name at least one source"},
        {file, "[\"thumbs\"]", "[]", "[]", "'tools' must name at least one tool"},
        {file, "reason = \"The artery.\"\n", "", "[[area]]", "'reason' is missing"},
        {file, "instead = \"Stay off.\"", "instead = \" \"", "\" \"", "'instead' is empty"},
        {file,
         "[[area.stroke]]\nthrough = [\"groin\", { near = \"thigh\", offset_mm = [1, 2, 3] "
         "}]\nradius_mm = 20\n",
         "", "\"throat\"", "'throat' has no stroke, so it has no place"},
    };
    for (const testing::PlantedFault& one : planted)
        CHECK(checkPlanted(one).cautionAreas.empty());
}

TEST_CASE("a faulty stroke is reported with its location and the area keeps its others")
{
    const struct
    {
        const char *part, *with, *pointsAt, *message;
    } cases[] = {
        {"radius_mm = 20", "radius_mm = 91", "91", "between 3 and 90"},
        {"radius_mm = 20", "radius_mm = 2.9", "2.9", "between 3 and 90"},
        {"\"groin\", {", "\"groni\", {", "[\"groni\"", "Did you mean groin?"},
        {"\"groin\", {", "\"knot\", {", "[\"knot\"", "name a landmark"},
        {"[\"groin\", { near = \"thigh\", offset_mm = [1, 2, 3] }]", "[]", "[]",
         "at least one entry"},
        {"radius_mm = 20", "radius_mm = 20\nheight_mm = 8", "8",
         "'height_mm' is not a known key here"},
    };
    for (const auto& one : cases) {
        INFO(one.part << " -> " << one.with);
        SmallGuide small;
        small.change("caution_areas.toml", one.part, one.with);
        small.files["caution_areas.toml"] +=
            "[[area.stroke]]\nthrough = [\"thumb-pad\"]\nradius_mm = 5\n";
        core::Faults faults;
        const care::Guide guide = small.load(faults);
        REQUIRE(guide.cautionAreas.size() == 1);
        REQUIRE(guide.cautionAreas[0].strokes.size() == 1);
        CHECK(guide.cautionAreas[0].strokes[0].radiusMm == 5);
        REQUIRE(faults.size() == 1);
        INFO(faults[0].text());
        const auto [line, column] =
            testing::lineAndColumnOf(small.files.at("caution_areas.toml"), one.pointsAt);
        CHECK(faults[0].line == line);
        CHECK(faults[0].column == column);
        CHECK(faults[0].message.find(one.message) != std::string::npos);
    }
}

TEST_CASE("a hazard whose tools were all left out names them without another fault")
{
    SmallGuide small;
    small.change("tools.toml", "shape = \"thumb\"", "shape = \"toe\"");
    core::Faults faults;
    const care::Guide guide = small.load(faults);
    CHECK(faults.size() == 1);
    REQUIRE(guide.cautionAreas.size() == 1);
    CHECK(guide.cautionAreas.front().tools.empty());
    CHECK(guide.courses.size() == 1);
}

TEST_CASE("ids of a list are checked against the known ones, except those left out before")
{
    core::Faults faults;
    const auto document = data::Document::parse("tools = [\"a\"]\n", "x.toml", faults);
    REQUIRE(document);
    std::vector<care::Tool> known(2);
    known[0].id = "thumbs";
    known[1].id = "ball";
    const auto messages = [&](std::vector<std::string>& named,
                              const std::vector<std::string>& leftOut) {
        faults.clear();
        const data::Table table = document->root();
        care::checkKnown(table, "tools", "tool", named, known, leftOut);
        std::vector<std::string> all;
        for (const core::Fault& fault : faults)
            all.push_back(fault.text());
        return all;
    };
    std::vector<std::string> named = {"thumbs", "elbow", "bal"};
    CHECK(messages(named, {"elbow"}) ==
          std::vector<std::string>{"x.toml:1:9: no tool is called 'bal'. Did you mean ball?"});
    CHECK(named == std::vector<std::string>{"thumbs", "bal"});
    named = {"elbow"};
    CHECK(messages(named, {"elbow"}).empty());
    CHECK(named.empty());
    named = {};
    CHECK(messages(named, {"elbow"}) ==
          std::vector<std::string>{"x.toml:1:9: 'tools' must name at least one tool"});
    // An empty id had its own fault when it was read.
    named = {"", "ball"};
    CHECK(messages(named, {}).empty());
    CHECK(care::contains({"a", "b"}, "b"));
    CHECK_FALSE(care::contains({"a", "b"}, "c"));
}
