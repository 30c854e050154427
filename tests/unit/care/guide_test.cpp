#include "tests/unit/care/small_guide.h"

using namespace knotmap;
using testing::checkPlanted;
using testing::PlantedFault;
using testing::SmallGuide;

TEST_CASE("a guide without a fault is read completely")
{
    core::Faults faults;
    const care::Guide guide = SmallGuide().load(faults);
    for (const core::Fault& fault : faults)
        FAIL_CHECK(fault.text());
    CHECK(guide.tools.size() == 2);
    CHECK(guide.positions.size() == 1);
    CHECK(guide.doses.size() == 1);
    CHECK(guide.advice.size() == 1);
    CHECK(guide.facts.size() == 1);
    CHECK(guide.redFlags.size() == 1);
    CHECK(guide.cautionAreas.size() == 1);
    CHECK(guide.courses.size() == 1);
    CHECK(guide.segments.size() == 2);
    CHECK(guide.leftOut.empty());
}

TEST_CASE("a tool is read with its dimensions")
{
    core::Faults faults;
    const care::Guide guide = SmallGuide().load(faults);
    const care::Tool* ball = guide.findTool("ball");
    REQUIRE(ball != nullptr);
    CHECK(ball->label == "Ball");
    CHECK(ball->phrase == "the ball");
    CHECK(ball->shape == "ball");
    CHECK(ball->firmness == "hard");
    CHECK(ball->why == "Presses by weight.");
    CHECK(ball->diameterMm == 65);
    CHECK(ball->lengthMm == 64);
    CHECK(ball->contactMm == 30);
    CHECK_FALSE(ball->grip);
    CHECK(guide.findTool("thumbs")->grip);
    CHECK(guide.findTool("elbow") == nullptr);
}

TEST_CASE("a dose is read with its ranges, and holds still unless it says otherwise")
{
    core::Faults faults;
    SmallGuide small;
    small.files["dose.toml"] += "\n[dose.slow]\nhold_s = [10, 20]\nrounds = [1, 2]\nrest_s = 0\n"
                                "discomfort = [3, 4]\nsessions_per_week = [1, 7]\nstroke = true\n"
                                "say = \"Glide.\"\n";
    const care::Guide guide = small.load(faults);
    CHECK(faults.empty());
    const care::Dose* dose = guide.findDose("standard");
    REQUIRE(dose != nullptr);
    CHECK(dose->holdS == std::array{30, 90});
    CHECK(dose->rounds == std::array{3, 4});
    CHECK(dose->discomfort == std::array{5, 6});
    CHECK(dose->sessionsPerWeek == std::array{2, 3});
    CHECK(dose->restS == 60);
    CHECK(dose->say == "Hold still.");
    CHECK_FALSE(dose->stroke);
    REQUIRE(guide.findDose("slow") != nullptr);
    CHECK(guide.findDose("slow")->stroke);
    CHECK(guide.findDose("fast") == nullptr);
}

TEST_CASE("advice is found by its trigger point, with its first tool, position and steps")
{
    core::Faults faults;
    const care::Guide guide = SmallGuide().load(faults);
    CHECK(guide.findAdvice("one-2") == nullptr);
    const care::Advice* advice = guide.findAdvice("one-1");
    REQUIRE(advice != nullptr);
    CHECK(advice->press);
    CHECK(advice->tools == std::vector<std::string>{"thumbs", "ball"});
    CHECK(advice->why == "Flat here.");
    CHECK(advice->stretch == "Reach up.");
    CHECK(advice->dose == "standard");
    CHECK(advice->cautions == std::vector<std::string>{"Not on the bone."});
    CHECK(advice->stop == std::vector<std::string>{"Numbness"});
    CHECK(advice->notFor == std::vector<std::string>{"A fracture"});
    CHECK(advice->file == "care/advice/one.toml");
    CHECK(advice->line == 3);
    CHECK(advice->column == 1);
    CHECK(guide.firstTool(*advice) == guide.findTool("thumbs"));
    CHECK(guide.firstPosition(*advice) == guide.findPosition("sit"));
    CHECK(guide.stepsOf(*advice) == std::vector<std::string>{"Set the thumbs on the spot."});
    const care::Advice nothing;
    CHECK(guide.firstTool(nothing) == nullptr);
    CHECK(guide.firstPosition(nothing) == nullptr);
    CHECK(guide.stepsOf(nothing).empty());
}

TEST_CASE("facts and red flags are read verbatim")
{
    core::Faults faults;
    const care::Guide guide = SmallGuide().load(faults);
    REQUIRE(guide.facts.size() == 1);
    const care::Fact& fact = guide.facts.front();
    CHECK(fact.id == "what");
    CHECK(fact.topic == "what");
    CHECK(fact.text == "A tender knot.");
    CHECK(fact.figure == "85 %");
    CHECK(fact.source == "gray");
    CHECK(fact.reported);
    REQUIRE(guide.redFlags.size() == 1);
    CHECK(guide.redFlags.front().sign == "Chest pain");
    CHECK(guide.redFlags.front().action == "Call for help.");
}

TEST_CASE("a faulty tool is reported with its location, and a reference to it is no second fault")
{
    const PlantedFault faults[] = {
        {"tools.toml", "shape = \"ball\"", "shape = \"cube\"", "\"cube\"",
         "'cube' is not a tool shape"},
        {"tools.toml", "diameter_mm = 65", "diameter_mm = 4.9", "4.9", "between 5 and 500"},
        {"tools.toml", "length_mm = 64", "length_mm = 1501", "1501", "between 5 and 1500"},
        {"tools.toml", "contact_mm = 30", "contact_mm = 2", "2\nfirmness", "between 3 and 500"},
        {"tools.toml", "firmness = \"hard\"", "firmness = 3", "3\nwhy = \"Presses", "a text"},
        {"tools.toml", "phrase = \"the ball\"", "price = 3\nphrase = \"the ball\"", "3\nphrase",
         "'price' is not a known key here"},
    };
    for (const PlantedFault& fault : faults) {
        const care::Guide guide = checkPlanted(fault);
        CHECK(guide.findTool("ball") == nullptr);
        CHECK(guide.leftOut == std::vector<std::string>{"ball", "one-1"});
        REQUIRE(guide.findAdvice("one-1") != nullptr);
        CHECK(guide.findAdvice("one-1")->tools == std::vector<std::string>{"thumbs"});
        CHECK(guide.findPosition("sit")->tools == std::vector<std::string>{"thumbs"});
    }
}

TEST_CASE("of two tools with the same id the first is kept")
{
    const std::string whole = SmallGuide().files.at("tools.toml");
    SmallGuide small;
    const std::string second = whole.substr(whole.find("[[tool]]\nid = \"ball\""));
    small.files["tools.toml"] += "\n" + second;
    small.change("tools.toml",
                 "contact_mm = 30\nfirmness = \"hard\"\nwhy = \"Presses by weight.\"\n\n",
                 "contact_mm = 31\nfirmness = \"hard\"\nwhy = \"Presses by weight.\"\n\n");
    core::Faults faults;
    const care::Guide guide = small.load(faults);
    REQUIRE(faults.size() == 1);
    CHECK(faults.front().message == "'ball' is defined twice");
    CHECK(guide.tools.size() == 2);
    REQUIRE(guide.findTool("ball") != nullptr);
    CHECK(guide.findTool("ball")->contactMm == 31);
}

TEST_CASE("a faulty dose is reported with its location, and the advice that uses it is no second "
          "fault")
{
    const PlantedFault faults[] = {
        {"dose.toml", "[30, 90]", "[0, 90]", "[0, 90]", "'hold_s' must be [minimum, maximum]"},
        {"dose.toml", "[30, 90]", "[90, 30]", "[90, 30]", "'hold_s' must be [minimum, maximum]"},
        {"dose.toml", "[3, 4]", "[3, 11]", "[3, 11]", "'rounds' must be [minimum, maximum]"},
        {"dose.toml", "[5, 6]", "[5, 11]", "[5, 11]", "between 0 and 10"},
        {"dose.toml", "[2, 3]", "[2, 15]", "[2, 15]", "between 1 and 14"},
        {"dose.toml", "rest_s = 60", "rest_s = 601", "601", "between 0 and 600"},
        {"dose.toml", "rest_s = 60", "rest_s = 1.5", "1.5", "whole number"},
        {"dose.toml", "say =", "stroke = 1\nsay =", "1\nsay", "true or false"},
    };
    for (const PlantedFault& fault : faults) {
        const care::Guide guide = checkPlanted(fault);
        CHECK(guide.doses.empty());
        CHECK(guide.advice.empty());
    }
}

TEST_CASE("faulty advice is reported with its location and left out")
{
    const char* const file = "advice/one.toml";
    const PlantedFault faults[] = {
        {file, "\"thumbs\", \"ball\"", "\"thubms\", \"ball\"", "[\"thubms\"",
         "no tool is called 'thubms'. Did you mean thumbs?"},
        {file, "[\"thumbs\", \"ball\"]", "[]", "[]", "'tools' must name at least one tool"},
        {file, "[\"sit\"]", "[\"sitt\"]", "[\"sitt\"]",
         "no position is called 'sitt'. Did you mean sit?"},
        {file, "[\"sit\"]", "[]", "[]", "'positions' must name at least one position"},
        {file, "\"standard\"", "\"standart\"", "\"standart\"",
         "no dose is called 'standart'. Did you mean standard?"},
        {file, "[\"Not on the bone.\"]", "[]", "[]", "at least one caution"},
        {file, "why = \"Flat here.\"\n", "", "[[advice]]", "'why' is missing"},
        {file, "stretch =", "strech = \"No.\"\nstretch =", "\"No.\"",
         "'strech' is not a known key here"},
        {file, "tools = ", "press = \"yes\"\ntools = ", "\"yes\"", "true or false"},
    };
    for (const PlantedFault& fault : faults) {
        const care::Guide guide = checkPlanted(fault);
        CHECK(guide.advice.empty());
        CHECK(guide.leftOut == std::vector<std::string>{"one-1"});
    }
}

TEST_CASE("advice names an existing trigger point, and none twice")
{
    core::Faults faults;
    SmallGuide small;
    std::string& file = small.files.at("advice/one.toml");
    const std::string card = file.substr(file.find("[[advice]]"));
    file += "\n" + card;
    CHECK(small.load(faults).advice.size() == 1);
    REQUIRE(faults.size() == 1);
    CHECK(faults.front().text() == "care/advice/one.toml:15:9: 'one-1' has advice twice");

    faults.clear();
    small = SmallGuide();
    small.change("advice/one.toml", "one-1", "one-2");
    CHECK(small.load(faults).advice.empty());
    REQUIRE(faults.size() == 2);
    CHECK(faults[0].text() ==
          "care/advice/one.toml:4:9: no point is called 'one-2'. Did you mean one-1?");
    CHECK(faults[1].text() == "referral/one.toml:7:1: 'one-1' has no advice in care/advice");
}

TEST_CASE("where nothing is pressed there is neither a tool nor a dose")
{
    SmallGuide small;
    small.change("advice/one.toml", "tools = [", "press = false\ntools = [");
    core::Faults faults;
    CHECK(small.load(faults).advice.empty());
    REQUIRE(faults.size() == 2);
    CHECK(faults[0].text() ==
          "care/advice/one.toml:6:9: nothing is pressed here: leave 'tools' out");
    CHECK(faults[1].text() ==
          "care/advice/one.toml:9:8: nothing is pressed here: leave 'dose' out");

    faults.clear();
    small.change("advice/one.toml", "tools = [\"thumbs\", \"ball\"]\n", "");
    small.change("advice/one.toml", "dose = \"standard\"\n", "");
    const care::Guide guide = small.load(faults);
    CHECK(faults.empty());
    REQUIRE(guide.advice.size() == 1);
    CHECK_FALSE(guide.advice.front().press);
    CHECK(guide.firstTool(guide.advice.front()) == nullptr);
}

TEST_CASE("a position left out removes the advice that has no other, without another fault")
{
    const care::Guide guide = checkPlanted({"positions.toml", "[\"chair\"]", "[\"stool\"]",
                                            "[\"stool\"]", "'stool' is not a support"});
    CHECK(guide.positions.empty());
    CHECK(guide.advice.empty());
    CHECK(guide.leftOut == std::vector<std::string>{"sit", "one-1"});
}

TEST_CASE("files that are missing or not TOML are one fault each, of the whole file")
{
    for (const char* name : {"facts.toml", "redflags.toml", "caution_areas.toml",
                             "vessels_and_nerves.toml", "segments.toml"}) {
        INFO(name);
        SmallGuide small;
        small.files.erase(name);
        core::Faults faults;
        (void)small.load(faults);
        REQUIRE(faults.size() == 1);
        CHECK(faults.front().file == std::string("care/") + name);
        CHECK(faults.front().line == 0);
    }
    SmallGuide small;
    small.files["facts.toml"] += "[[fact]\n";
    core::Faults faults;
    CHECK(small.load(faults).facts.empty());
    REQUIRE(faults.size() == 1);
    CHECK(faults.front().line == 8);
}
