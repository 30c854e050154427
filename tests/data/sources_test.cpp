// The sources can be found in a library: each carries its known ids.

#include "engine/referral/knowledge.h"
#include "engine/referral/source_ids.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <set>

using namespace knotmap;

namespace {

const std::filesystem::path kAssets = std::filesystem::path(KNOTMAP_REPOSITORY) / "assets";
/// How many sources have an id today: the number may only grow.
constexpr std::size_t kWithId = 55;

const referral::Knowledge& knowledge()
{
    static const referral::Knowledge kKnowledge = [] {
        core::Faults faults;
        const anatomy::Catalogue catalogue = anatomy::loadCatalogue(kAssets, faults);
        referral::Knowledge loaded = referral::loadKnowledge(kAssets, catalogue, faults);
        REQUIRE(faults.empty());
        return loaded;
    }();
    return kKnowledge;
}

} // namespace

TEST_CASE("sources carry well-formed ids, each once")
{
    std::size_t withId = 0;
    std::set<std::string> seen;
    for (const referral::Source& source : knowledge().sources) {
        INFO(source.id);
        CHECK((source.pmid.empty() || referral::isPubMedId(source.pmid)));
        CHECK((source.doi.empty() || referral::isDoi(source.doi)));
        CHECK((source.isbn.empty() || !referral::isbnDigits(source.isbn).empty()));
        if (!source.pmid.empty())
            CHECK(seen.insert("pmid " + source.pmid).second);
        if (!source.doi.empty())
            CHECK(seen.insert("doi " + referral::plainDoi(source.doi)).second);
        if (!source.isbn.empty())
            CHECK(seen.insert("isbn " + referral::isbnDigits(source.isbn)).second);
        if (!source.pmid.empty() || !source.doi.empty() || !source.isbn.empty())
            ++withId;
        // Books have had an ISBN since 1970; those of these two could not be verified.
        const bool unverified = source.id == "ellis-2006" || source.id == "faiz-moffat-2006";
        if (source.kind == "book" && source.year >= 1970 && !unverified)
            CHECK_FALSE(source.isbn.empty());
    }
    CHECK(withId >= kWithId);
}

TEST_CASE("papers are cited with their pages")
{
    const auto where = [](const char* id) { return knowledge().findSource(id)->where; };
    CHECK(where("ezzati-2021") == "Archives of Bone and Joint Surgery 9:230-234");
    CHECK(where("rask-1984") == "Journal of Craniomandibular Practice 2:256-262");
    for (const referral::Source& source : knowledge().sources) {
        INFO(source.id << ": " << source.where);
        if (source.kind == "study" || source.kind == "review")
            CHECK(source.where.find(':') != std::string::npos);
    }
}
