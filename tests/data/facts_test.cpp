// The article's statements on the command line: each row of the brief is found, marked and sourced.

#include "engine/care/guide.h"
#include "engine/care/words.h"
#include "tests/support/program.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>

using namespace knotmap;
using nlohmann::json;

namespace {

testing::Run program(const std::string& arguments)
{
    return testing::runProgram(std::string("\"") + KNOTMAP_PROGRAM + "\" " + arguments);
}

const json& facts()
{
    static const json kFacts = [] {
        const testing::Run run = program("list facts --json");
        INFO(run.error);
        REQUIRE(run.status == 0);
        return json::parse(run.out);
    }();
    return kFacts;
}

std::string textOf(const json& fact, const char* key)
{
    return fact[key].get<std::string>();
}

/// A row of the brief: what one fact must say, and whether it carries the dagger.
struct Row
{
    const char* topic;
    std::vector<const char*> says;
    bool reported = false;
};

const std::vector<Row> kRows = {
    {"what", {"small, tight, tender knot", "referred pain"}},
    {"what", {"neck", "headache"}},
    {"what", {"shoulder", "down the arm", "up in the head"}},
    {"what", {"upper back", "headache", "down the arm"}},
    {"signs", {"tenderness", "spreading ache", "headache", "limited movement", "weakness"}},
    {"causes",
     {"Injury", "overuse", "repeated motion", "desk posture", "sleeping or sitting badly", "stress",
      "heavy bag"}},
    {"explanation", {"contracted", "blood", "waste", "oxygen", "nerves fire more"}},
    {"explanation", {"MRI"}, true},
    {"how-common", {"adults", "about 85 %"}, true},
    {"how-common", {"in their life", "about 80 %"}, true},
    {"how-common", {"physiotherapy", "about 85 %"}, true},
    {"where-found", {"Upper trapezius", "85 %"}, true},
    {"where-found", {"Sternocleidomastoid", "67 %"}, true},
    {"where-found", {"Gluteus medius", "59 %"}, true},
    {"where-found", {"Lower back", "52 %"}, true},
    {"where-found", {"base of the skull", "shoulders", "between the shoulder blades", "glutes"}},
    {"finding", {"slowly and firmly", "bump", "tight band", "elsewhere"}},
    {"finding", {"Mark", "Guarding or wincing"}},
    {"finding", {"far too strong", "numb", "professional"}},
    {"tool-table", {"Neck and shoulders", "thumbs", "tennis ball", "wall", "control"}},
    {"tool-table", {"Upper back", "lacrosse ball", "foam roller", "on your back", "gravity"}},
    {"tool-table", {"Glutes and hips", "tennis ball", "sit on it", "weight"}},
    {"tool-table", {"Forearms", "thumbs", "elbow", "wrist"}},
    {"tool-table", {"Hands are enough for most", "fingers, elbows and tools"}},
    {"dose", {"30 to 90 seconds", "do not scrub", "forearm", "Start gently"}},
    {"dose", {"5 to 6 out of 10", "sore, not sharp", "slowly and deeply"}},
    {"dose", {"Release", "stretch gently", "about a minute"}},
    {"dose", {"At most 3 to 4 rounds on one point in a day"}},
    {"dose", {"A little a few times a week", "2 or 3 sessions a week"}},
    {"dose", {"5 minutes", "stiffness and soreness"}, true},
    {"stop", {"bruised and injured", "numbness or tingling", "too hard"}},
    {"stop", {"physiotherapist", "constant or serious", "numbness, tingling or weakness", "weeks"}},
    {"lasting", {"routine", "drink enough"}},
    {"lasting", {"desk", "every hour", "same muscles"}},
    {"lasting", {"two lighter bags", "backpack"}},
    {"strategies", {"massage", "up to 55 %", "2 weeks", "3 sessions a week"}, true},
    {"strategies", {"stretching", "about 40 % less pain", "daily"}, true},
    {"strategies", {"ydration", "8 or more cups", "1 week"}, true},
    {"honesty", {"disputed", "0.452", "0.364 to 0.540"}},
    {"honesty", {"that is my pain", "0.575"}},
    {"honesty", {"tenderness", "0.676"}},
    {"honesty", {"Travell and Simons"}},
    {"honesty", {"teaches", "diagnoses nothing"}},
};

bool says(const json& fact, const Row& row)
{
    const std::string words = textOf(fact, "text") + " " + textOf(fact, "figure");
    return textOf(fact, "topic") == row.topic && fact["reported"] == row.reported &&
           std::all_of(row.says.begin(), row.says.end(),
                       [&](const char* part) { return words.find(part) != std::string::npos; });
}

} // namespace

TEST_CASE("every row of the brief is a fact of the list, with its dagger")
{
    for (const Row& row : kRows) {
        INFO(row.topic << ": " << row.says.front());
        CHECK(std::any_of(facts().begin(), facts().end(),
                          [&](const json& fact) { return says(fact, row); }));
    }
}

TEST_CASE("every fact is listed with its source and citation")
{
    std::set<std::string> ids;
    for (const json& fact : facts()) {
        INFO(fact.dump());
        CHECK(ids.insert(textOf(fact, "id")).second);
        for (const char* key : {"topic", "text", "source"})
            CHECK_FALSE(textOf(fact, key).empty());
        CHECK(textOf(fact, "citation").find('(') != std::string::npos);
        CHECK(fact["figure"].is_string());
        // Figures found only in the article, with the dagger, have no verifiable source.
        if (fact["reported"] == true)
            CHECK(textOf(fact, "source") == "popular-article");
    }
    CHECK(ids.size() >= kRows.size());
}

TEST_CASE("the plain list marks what is only reported and explains the mark")
{
    const testing::Run run = program("list facts");
    REQUIRE(run.status == 0);
    for (const json& fact : facts()) {
        INFO(textOf(fact, "id"));
        const std::size_t start = run.out.find(textOf(fact, "id") + " ");
        REQUIRE(start != std::string::npos);
        const std::string line = run.out.substr(start, run.out.find('\n', start) - start);
        CHECK((line.find("\xE2\x80\xA0") != std::string::npos) == fact["reported"].get<bool>());
        CHECK(line.find("[" + textOf(fact, "source") + "]") != std::string::npos);
        CHECK(run.out.find(textOf(fact, "citation")) != std::string::npos);
    }
    CHECK(run.out.find("\xE2\x80\xA0 reported, not established") != std::string::npos);
}

TEST_CASE("rounds are given as a daily maximum, and are no more than four")
{
    core::Faults faults;
    const std::filesystem::path assets = std::filesystem::path(KNOTMAP_REPOSITORY) / "assets";
    const anatomy::Catalogue catalogue = anatomy::loadCatalogue(assets, faults);
    const referral::Knowledge knowledge = referral::loadKnowledge(assets, catalogue, faults);
    const care::Guide guide = care::loadGuide(assets, catalogue, knowledge, faults);
    REQUIRE(faults.empty());
    std::set<std::string> reported;
    for (const care::Advice& advice : guide.advice) {
        const care::Dose* dose = guide.findDose(advice.dose);
        if (dose == nullptr)
            continue;
        INFO(advice.point);
        CHECK(dose->rounds[1] <= 4);
        if (!reported.insert(dose->id).second)
            continue;
        const testing::Run run = program("show " + advice.point);
        CHECK(run.out.find(care::roundsInWords(*dose)) != std::string::npos);
        CHECK(run.out.find("rounds on one point in a day") != std::string::npos);
    }
    CHECK(reported.size() >= 3);
}

TEST_CASE("every advice says who should not press there")
{
    core::Faults faults;
    const std::filesystem::path assets = std::filesystem::path(KNOTMAP_REPOSITORY) / "assets";
    const anatomy::Catalogue catalogue = anatomy::loadCatalogue(assets, faults);
    const referral::Knowledge knowledge = referral::loadKnowledge(assets, catalogue, faults);
    for (const care::Advice& advice :
         care::loadGuide(assets, catalogue, knowledge, faults).advice) {
        INFO(advice.point);
        CHECK_FALSE(advice.notFor.empty());
    }
}
