#include "engine/core/side.h"

#include <catch2/catch.hpp>

using namespace knotmap::core;

TEST_CASE("a side is split off an id")
{
    CHECK(parseSidedId("soleus-1.left").id == "soleus-1");
    CHECK(parseSidedId("soleus-1.left").side == Side::Left);
    CHECK(parseSidedId("soleus-1.right").side == Side::Right);
    CHECK_FALSE(parseSidedId("soleus-1").side.has_value());
}

TEST_CASE("an unknown suffix stays part of the id")
{
    CHECK(parseSidedId("soleus-1.middle").id == "soleus-1.middle");
    CHECK(parseSidedId(".left").id == ".left");
    CHECK(parseSidedId("").id.empty());
}

TEST_CASE("names and ids convert both ways")
{
    CHECK(instanceName("temple", Side::Left) == "temple.left");
    CHECK(instanceName("sternum", Side::Midline) == "sternum");
    CHECK(opposite(opposite(Side::Left)) == Side::Left);
    CHECK(opposite(Side::Midline) == Side::Midline);
}
