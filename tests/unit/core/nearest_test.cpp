#include "engine/core/nearest.h"

#include <catch2/catch.hpp>

using namespace knotmap::core;

TEST_CASE("for a misspelt id the most similar one comes first")
{
    const std::vector<std::string> ids = {"upper-trapezius-1", "upper-trapezius-2",
                                          "lower-trapezius-1", "soleus-1"};
    CHECK(nearest("uper-trapezius-1", ids).front() == "upper-trapezius-1");
    CHECK(nearest("soleus", ids).front() == "soleus-1");
}

TEST_CASE("without anything similar there is no suggestion")
{
    CHECK(nearest("xyzzy", {"upper-trapezius-1"}).empty());
    CHECK(didYouMean("xyzzy", {"upper-trapezius-1"}).empty());
    CHECK(nearest("anything", {}).empty());
}

TEST_CASE("an absurdly long id is answered in time")
{
    CHECK(nearest(std::string(1000000, 'a'), {"soleus-1"}).empty());
}

TEST_CASE("the hint is a sentence")
{
    CHECK(didYouMean("soleus-2", {"soleus-1"}) == " Did you mean soleus-1?");
}
