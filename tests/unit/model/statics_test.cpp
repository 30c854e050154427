#include "app/model/statics.h"

#include <catch2/catch.hpp>

using namespace knotmap;

namespace {

/// Per cent, one a footing.
std::vector<float> percents(const std::vector<app::Footing>& footings, const glm::vec2& centre,
                            bool momentAcross = true)
{
    std::vector<float> shares = app::sharesOf(footings, centre, momentAcross);
    for (float& share : shares)
        share *= 100;
    return shares;
}

float sum(const std::vector<float>& shares)
{
    float whole = 0;
    for (const float share : shares)
        whole += share;
    return whole;
}

} // namespace

TEST_CASE("two footings share a weight by how far it is from each")
{
    const std::vector<app::Footing> feet = {{{-100, 0}, 1}, {{100, 0}, 1}};
    const auto even = percents(feet, {0, 0});
    CHECK(even[0] == Approx(50).margin(0.1));
    CHECK(even[1] == Approx(50).margin(0.1));
    const auto aside = percents(feet, {50, 0});
    CHECK(aside[0] == Approx(25).margin(1));
    CHECK(aside[1] == Approx(75).margin(1));
}

TEST_CASE("the forces and their moments balance the weight, and none pulls")
{
    const std::vector<app::Footing> footings = {
        {{-300, -200}, 1}, {{250, -180}, 2}, {{-40, 400}, 1}, {{200, 300}, 0.5F}, {{0, 0}, 4}};
    const glm::vec2 centre(60, 120);
    const auto shares = percents(footings, centre);
    CHECK(sum(shares) == Approx(100).margin(0.01));
    glm::vec2 middle(0);
    for (std::size_t i = 0; i < shares.size(); ++i) {
        CHECK(shares[i] >= 0);
        middle += shares[i] / 100 * footings[i].place;
    }
    CHECK(middle.x == Approx(centre.x).margin(6));
    CHECK(middle.y == Approx(centre.y).margin(6));
}

TEST_CASE("of footings in one place the stiffer carries more")
{
    const auto shares = percents({{{0, 0}, 3}, {{0, 0}, 1}}, {0, 0});
    CHECK(shares[0] == Approx(75).margin(0.1));
}

TEST_CASE("a footing that would have to pull carries nothing")
{
    // The weight lies beyond the second of three in a row: the third would lift.
    const auto shares = percents({{{0, 0}, 1}, {{100, 0}, 1}, {{1000, 0}, 1}}, {20, 0});
    CHECK(shares[2] < 1);
    CHECK(shares[0] > 70);
}

TEST_CASE("a weight beyond all footings is carried by the nearest")
{
    const auto shares = percents({{{0, 0}, 1}, {{300, 0}, 1}}, {400, 0});
    CHECK(sum(shares) == Approx(100).margin(0.01));
    CHECK(shares[1] > 95);
}

TEST_CASE("who leans is held across by what is leant on")
{
    // Both feet are behind the weight, which would fall forward but for the wall.
    const auto shares = percents({{{-100, -200}, 1}, {{100, -200}, 1}}, {0, 0}, false);
    CHECK(shares[0] == Approx(50).margin(0.1));
    CHECK(shares[1] == Approx(50).margin(0.1));
}

TEST_CASE("without footings nothing is carried")
{
    CHECK(app::sharesOf({}, {0, 0}).empty());
}

TEST_CASE("a place is beyond an outline by its way to the nearest edge")
{
    const std::vector<glm::vec2> square = {{0, 0}, {200, 0}, {200, 100}, {0, 100}};
    CHECK(app::beyondOutline(square, {50, 50}) == 0);
    CHECK(app::beyondOutline(square, {-30, 50}) == Approx(30).margin(0.5));
    CHECK(app::beyondOutline(square, {230, 140}) == Approx(50).margin(0.5));
    CHECK(app::beyondOutline({{0, 0}}, {0, 70}) == Approx(70).margin(0.5));
}
