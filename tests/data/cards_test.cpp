// Every card is consistent: its text agrees with its tools, position, dose and cautions.

#include "app/model/placed_point.h"
#include "tests/support/program.h"
#include "tests/support/shipped.h"

#include <algorithm>
#include <cctype>
#include <nlohmann/json.hpp>
#include <set>

using namespace knotmap;
using testing::shipped;

namespace {

std::string lowerCase(std::string text)
{
    for (char& character : text)
        character = static_cast<char>(std::tolower(static_cast<unsigned char>(character)));
    return text;
}

bool says(const std::string& text, const std::string& words)
{
    return lowerCase(text).find(words) != std::string::npos;
}

/// Words that only a tool of one of these shapes justifies.
struct ToolWord
{
    const char* word;
    std::set<std::string> shapes;
};

const std::vector<ToolWord>& toolWords()
{
    static const std::vector<ToolWord> kWords = {
        {"thumb", {"thumb", "pincer"}},
        {"fingertip", {"fingertips"}},
        {"knuckle", {"knuckles"}},
        {"roller", {"roller"}},
        {"the ball", {"ball", "two-balls"}},
        {"a ball", {"ball", "two-balls"}},
        {"the hook", {"hook"}},
        {"tip of the elbow", {"elbow"}},
        {"pinch", {"pincer"}},
    };
    return kWords;
}

/// Tool words in a text that do not fit the tool, in order.
std::string wrongWords(std::string text, const care::Tool* tool)
{
    // The rotation of the forearm, not what presses.
    const std::string turned = "thumb up";
    if (const auto at = text.find(turned); at != std::string::npos)
        text.erase(at, turned.size());
    std::string wrong;
    for (const auto& [word, shapes] : toolWords())
        if (says(text, word) && (tool == nullptr || shapes.count(tool->shape) == 0))
            wrong += std::string(wrong.empty() ? "" : ", ") + word;
    return wrong;
}

nlohmann::json shown(const std::string& point)
{
    const auto run =
        testing::runProgram(std::string("\"") + KNOTMAP_PROGRAM + "\" --assets \"" +
                            KNOTMAP_REPOSITORY + "/assets\" show " + point + " --json");
    REQUIRE(run.status == 0);
    return nlohmann::json::parse(run.out);
}

} // namespace

TEST_CASE("the steps of a card name its own tool and no other")
{
    const care::Guide& guide = shipped().care;
    for (const care::Advice& advice : guide.advice) {
        const care::Tool* tool = guide.firstTool(advice);
        for (const std::string& step : guide.stepsOf(advice)) {
            INFO(advice.point << ": " << step);
            CHECK(step.find('{') == std::string::npos);
            if (tool != nullptr)
                CHECK(wrongWords(step, tool).empty());
        }
    }
}

TEST_CASE("a position's text fits every tool that it lists")
{
    const care::Guide& guide = shipped().care;
    for (const care::Position& position : guide.positions)
        for (const std::string& id : position.tools) {
            const care::Tool* tool = guide.findTool(id);
            REQUIRE(tool);
            for (const std::string& step : position.stepsWith(tool)) {
                INFO(position.id << " with " << id << ": " << step);
                CHECK(wrongWords(step, tool).empty());
            }
            INFO(position.id << " with " << id);
            CHECK(wrongWords(position.label, tool).empty());
            CHECK(wrongWords(position.pressure, tool).empty());
        }
}

TEST_CASE("what a card forbids is not among its tools")
{
    const care::Guide& guide = shipped().care;
    struct Ban
    {
        const char* words;
        std::set<std::string> shapes;
    };
    const std::vector<Ban> bans = {{"no ball", {"ball", "two-balls"}},
                                   {"no roller", {"roller"}},
                                   {"no tool", {"ball", "two-balls", "roller", "hook"}},
                                   {"no elbow", {"elbow"}},
                                   {"no knuckles", {"knuckles"}},
                                   {"no hook", {"hook"}},
                                   {"not with the thumb", {"thumb"}}};
    for (const care::Advice& advice : guide.advice) {
        std::vector<std::string> texts = advice.cautions;
        texts.push_back(advice.why);
        for (const std::string& text : texts)
            for (const std::string& id : advice.tools) {
                const std::string shape = guide.findTool(id)->shape;
                INFO(advice.point << " with " << id << ": " << text);
                for (const Ban& ban : bans)
                    CHECK_FALSE((says(text, ban.words) && ban.shapes.count(shape) == 1));
                if (says(text, "only fingertips") || says(text, "fingertips only"))
                    CHECK(shape == "fingertips");
            }
    }
}

TEST_CASE("a card that is not for pressing has neither tool nor dose")
{
    std::size_t resting = 0;
    for (const care::Advice& advice : shipped().care.advice) {
        INFO(advice.point);
        resting += advice.press ? 0 : 1;
        CHECK(advice.press == !advice.tools.empty());
        CHECK(advice.press == !advice.dose.empty());
        if (says(advice.why, "do not press this yourself"))
            CHECK_FALSE(advice.press);
    }
    CHECK(resting >= 15);
    const nlohmann::json card = shown("plantaris-1");
    CHECK(card["press"] == false);
    CHECK(card["dose"].is_null());
    CHECK(card["tool"].is_null());
    CHECK(card["tools"].empty());
    const nlohmann::json pressed = shown("popliteus-1");
    CHECK(pressed["press"] == true);
    CHECK(pressed["tools"] == nlohmann::json({"fingertips"}));
    CHECK(pressed["dose"]["hold_s"].size() == 2);
}

TEST_CASE("forearms begin with the thumb, rolled from the elbow towards the wrist")
{
    const care::Guide& guide = shipped().care;
    std::size_t stroked = 0;
    for (const care::Advice& advice : guide.advice) {
        const care::Dose* dose = guide.findDose(advice.dose);
        stroked += dose != nullptr && dose->stroke ? 1 : 0;
    }
    CHECK(stroked >= 10);
    for (const char* id : {"extensor-carpi-ulnaris-1", "extensor-digitorum-1",
                           "extensor-digitorum-2", "extensor-digitorum-3"}) {
        INFO(id);
        const care::Advice* advice = guide.findAdvice(id);
        REQUIRE(advice);
        CHECK(advice->tools.front() == "thumbs");
        CHECK(guide.findDose(advice->dose)->stroke);
        std::string steps;
        for (const std::string& step : guide.stepsOf(*advice))
            steps += step + " ";
        INFO(steps);
        const std::size_t elbow = steps.find("elbow"), wrist = steps.find("wrist");
        CHECK(elbow < wrist);
        CHECK(wrist != std::string::npos);
    }
}

TEST_CASE("one palpates the trigger point in the position in which one treats it, lying or "
          "upright, or the card says otherwise")
{
    const care::Guide& guide = shipped().care;
    const std::string otherwise = "to find it by hand";
    for (const care::Advice& advice : guide.advice) {
        const referral::Point* point = shipped().referral.findPoint(advice.point);
        const care::Position* position = guide.firstPosition(advice);
        if (!advice.press || !position->posture || says(point->find, otherwise))
            continue;
        INFO(advice.point << " in " << position->id << ": " << point->find);
        if (says(point->find, " or lie") || says(point->find, " or sit"))
            continue;
        const bool lies = position->posture->stance != care::Stance::Upright;
        if (point->find.rfind("Sit", 0) == 0 || point->find.rfind("Stand", 0) == 0)
            CHECK_FALSE(lies);
        if (point->find.rfind("Lie", 0) == 0)
            CHECK(lies);
    }
    CHECK(says(shipped().referral.findPoint("subscapularis-1")->find, "lie"));
}
