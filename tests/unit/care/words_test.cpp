#include "engine/care/words.h"

#include <catch2/catch.hpp>

using namespace knotmap::care;

TEST_CASE("rounds are counted per trigger point and day")
{
    Dose dose;
    dose.rounds = {3, 4};
    CHECK(roundsInWords(dose) == "at most 4 rounds on one point in a day");
    dose.rounds = {1, 1};
    CHECK(roundsInWords(dose) == "at most 1 round on one point in a day");
}

TEST_CASE("a fact in words has its figure once, and a dagger if it is only reported")
{
    Fact fact;
    fact.text = "Share of adults said to have one.";
    fact.figure = "about 85 %";
    CHECK(factInWords(fact) == "Share of adults said to have one: about 85 %");
    fact.reported = true;
    CHECK(factInWords(fact) == "Share of adults said to have one: about 85 % \xE2\x80\xA0");
    fact.text = "At most 3 to 4 rounds.";
    fact.figure = "3 to 4";
    fact.reported = false;
    CHECK(factInWords(fact) == "At most 3 to 4 rounds.");
    CHECK(factInWords(Fact()).empty());
}
