#include "engine/care/card_rules.h"

#include <catch2/catch.hpp>

using namespace knotmap;

namespace {

care::Tool toolOf(const char* id)
{
    care::Tool tool;
    tool.id = id;
    return tool;
}

care::Position positionOf(const char* id, std::vector<std::string> tools, bool stroke = false)
{
    care::Position position;
    position.id = id;
    position.tools = std::move(tools);
    position.stroke = stroke;
    return position;
}

care::Dose doseOf(const char* id, bool stroke)
{
    care::Dose dose;
    dose.id = id;
    dose.stroke = stroke;
    return dose;
}

/// Three tools, a position for the hands, one for the ball, one for stroking and one for resting.
care::Guide guide()
{
    care::Guide made;
    made.tools = {toolOf("thumbs"), toolOf("fingertips"), toolOf("ball")};
    made.positions = {positionOf("sit", {"thumbs", "fingertips"}), positionOf("lie", {"ball"}),
                      positionOf("roll", {"thumbs"}, true), positionOf("rest", {})};
    made.doses = {doseOf("standard", false), doseOf("stroke", true)};
    return made;
}

care::Advice card(std::vector<std::string> tools, std::vector<std::string> positions,
                  const char* dose = "standard")
{
    care::Advice advice;
    advice.point = "one-1";
    advice.file = "care/advice/one.toml";
    advice.line = 3;
    advice.tools = std::move(tools);
    advice.positions = std::move(positions);
    advice.dose = dose;
    return advice;
}

core::Faults faultsOf(const care::Advice& advice)
{
    care::Guide made = guide();
    made.advice = {advice};
    core::Faults faults;
    care::checkCards(made, faults);
    return faults;
}

void checkOnly(const care::Advice& advice, const std::string& phrase)
{
    const core::Faults faults = faultsOf(advice);
    REQUIRE(faults.size() == 1);
    INFO(faults.front().text());
    CHECK(faults.front().message.find(phrase) != std::string::npos);
    CHECK(faults.front().file == "care/advice/one.toml");
    CHECK(faults.front().line == 3);
}

} // namespace

TEST_CASE("a card whose parts agree has no fault")
{
    CHECK(faultsOf(card({"thumbs", "fingertips", "ball"}, {"sit", "lie"})).empty());
    CHECK(faultsOf(card({"thumbs"}, {"roll", "sit"}, "stroke")).empty());
    care::Advice resting = card({}, {"rest"}, "");
    resting.press = false;
    CHECK(faultsOf(resting).empty());
}

TEST_CASE("the first position allows the first tool")
{
    checkOnly(card({"ball", "thumbs"}, {"sit", "lie"}),
              "its first position, 'sit', does not allow its first tool, 'ball'");
}

TEST_CASE("every tool has a position, and every position a tool")
{
    checkOnly(card({"thumbs", "ball"}, {"sit"}), "none of its positions allows 'ball'");
    checkOnly(card({"thumbs"}, {"sit", "lie"}), "position 'lie' allows none of its tools");
}

TEST_CASE("pressing and resting do not mix")
{
    checkOnly(card({"thumbs"}, {"sit", "rest"}),
              "the point is pressed, but position 'rest' is not for pressing");
    care::Advice resting = card({}, {"rest", "sit"}, "");
    resting.press = false;
    checkOnly(resting, "nothing is pressed here, but position 'sit'");
}

TEST_CASE("a stroke has a dose for stroking, and a hold one for holding")
{
    checkOnly(card({"thumbs"}, {"sit"}, "stroke"), "for stroking along the muscle");
    checkOnly(card({"thumbs"}, {"roll"}), "for holding still");
}
