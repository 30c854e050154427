// Classic complaints: the muscles that the literature names first must be among the first answers.
// The cases, with their sources, are in complaints.toml; they were written before any ranking.

#include "engine/data/document.h"
#include "engine/referral/find.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace knotmap;

namespace {

const std::filesystem::path kRepository = KNOTMAP_REPOSITORY;

/// The first `count` muscles of the ranking, each once.
std::vector<std::string> firstMuscles(const std::vector<referral::Finding>& findings,
                                      std::size_t count)
{
    std::vector<std::string> muscles;
    for (const referral::Finding& finding : findings)
        if (muscles.size() < count &&
            std::find(muscles.begin(), muscles.end(), finding.point->muscle) == muscles.end())
            muscles.push_back(finding.point->muscle);
    return muscles;
}

} // namespace

TEST_CASE("the muscles that the literature names first are among the first answers")
{
    core::Faults faults;
    const auto assets = kRepository / "assets";
    const anatomy::Catalogue catalogue = anatomy::loadCatalogue(assets, faults);
    const referral::Knowledge knowledge = referral::loadKnowledge(assets, catalogue, faults);
    const auto table =
        data::Document::read(kRepository / "tests/data/complaints.toml", "complaints.toml", faults);
    REQUIRE(faults.empty());
    int asked = 0;
    for (const data::Table& complaint : table->root().tables("complaint")) {
        std::vector<referral::PainQuery> pain;
        for (const std::string& region : complaint.texts("regions"))
            pain.push_back({region, std::nullopt});
        const auto within = static_cast<std::size_t>(complaint.integer("within", 1, 20));
        const auto answers = firstMuscles(findPoints(knowledge, catalogue, pain, 1000), within);
        std::string missing;
        for (const std::string& muscle : complaint.texts("first"))
            if (std::find(answers.begin(), answers.end(), muscle) == answers.end())
                missing += " " + muscle;
        INFO(complaint.text("id") << " lacks" << missing);
        // A shortfall is known and listed in the table; once fixed, its note must go.
        CHECK(missing.empty() == !complaint.has("shortfall"));
        ++asked;
    }
    CHECK(faults.empty());
    CHECK(asked >= 18);
}
