#include "engine/posture/statics.h"

#include <catch2/catch.hpp>

using namespace knotmap;

namespace {

using posture::Link;
using posture::Push;

/// A contact on level ground that pushes up.
Push under(std::size_t link, float x, float z, float stiffness = 10)
{
    return {link, {x, 0, z}, {0, 1, 0}, stiffness, true, -1};
}

/// One stiff body whose weight acts above a point.
std::vector<Link> block(float x, float z)
{
    return {{1, {x, 100, z}, -1, {x, 100, z}, 0}};
}

/// Per cent, one per reaction.
std::vector<float> percents(const std::vector<Link>& links, const std::vector<Push>& pushes)
{
    std::vector<float> found = posture::pushesOn(links, pushes);
    for (float& each : found)
        each *= 100;
    return found;
}

float sum(const std::vector<float>& shares)
{
    float whole = 0;
    for (const float share : shares)
        whole += share;
    return whole;
}

/// A stick person lying along Z, head at the end: legs, trunk, arms at the sides, head.
constexpr float kLegs = 0.4F, kTrunk = 0.43F, kArms = 0.1F, kHead = 0.07F;
constexpr float kLimp = 0.03F;
std::vector<Link> lying()
{
    return {{kTrunk, {0, 100, 300}, -1, {0, 100, 0}, 0},
            {kLegs, {0, 100, -350}, 0, {0, 100, 0}, kLimp},
            {kArms, {200, 100, 250}, 0, {200, 100, 500}, kLimp},
            {kHead, {0, 100, 700}, 0, {0, 100, 600}, kLimp}};
}

std::vector<Push> onTheMat(float headHigh)
{
    std::vector<Push> pushes = {under(0, -100, 50),  under(0, 100, 50),   under(0, -100, 500),
                                under(0, 100, 500),  under(1, -80, -150), under(1, 80, -150),
                                under(1, -80, -800), under(1, 80, -800),  under(2, 200, 450),
                                under(2, 200, -50),  under(3, 0, 720)};
    pushes.back().pointMm.y = headHigh;
    return pushes;
}

} // namespace

TEST_CASE("two supports share a weight by its distance from each")
{
    const std::vector<Push> feet = {under(0, -100, 0), under(0, 100, 0)};
    const auto even = percents(block(0, 0), feet);
    CHECK(even[0] == Approx(50).margin(0.1));
    CHECK(even[1] == Approx(50).margin(0.1));
    const auto aside = percents(block(50, 0), feet);
    CHECK(aside[0] == Approx(25).margin(1));
    CHECK(aside[1] == Approx(75).margin(1));
}

TEST_CASE("the forces and their moments balance the weight, and none pulls")
{
    const std::vector<Push> pushes = {under(0, -300, -200, 10), under(0, 250, -180, 20),
                                      under(0, -40, 400, 10), under(0, 200, 300, 5),
                                      under(0, 0, 0, 40)};
    const auto shares = percents(block(60, 120), pushes);
    CHECK(sum(shares) == Approx(100).margin(0.1));
    glm::vec3 middle(0);
    for (std::size_t i = 0; i < shares.size(); ++i) {
        CHECK(shares[i] >= 0);
        middle += shares[i] / 100 * pushes[i].pointMm;
    }
    CHECK(middle.x == Approx(60).margin(2));
    CHECK(middle.z == Approx(120).margin(2));
}

TEST_CASE("of supports at one point the stiffer bears more")
{
    const auto shares = percents(block(0, 0), {under(0, 0, 0, 30), under(0, 0, 0, 10)});
    CHECK(shares[0] == Approx(75).margin(0.1));
}

TEST_CASE("a support that would have to pull bears nothing")
{
    // The weight is beyond the second of three in a row: the third would lift.
    const auto shares =
        percents(block(20, 0), {under(0, 0, 0), under(0, 100, 0), under(0, 1000, 0, 0.001F)});
    CHECK(shares[2] < 1);
    CHECK(shares[0] > 70);
}

TEST_CASE("without supports nothing is borne")
{
    CHECK(posture::pushesOn(block(0, 0), {}).empty());
    CHECK(posture::pushesOn({}, {}).empty());
}

TEST_CASE("a limp limb that lies on something bears itself and no more")
{
    const auto shares = percents(lying(), onTheMat(0));
    CHECK(sum(shares) == Approx(100).margin(0.1));
    const float legs = shares[4] + shares[5] + shares[6] + shares[7];
    CHECK(legs == Approx(100 * kLegs).margin(6));
    CHECK(shares[8] + shares[9] == Approx(100 * kArms).margin(3));
    CHECK(shares[10] == Approx(100 * kHead).margin(2));
    // The heels are equal, apart from the effect of the one-sided arm.
    CHECK(shares[6] == Approx(shares[7]).margin(0.6));
}

TEST_CASE("a ball under a head bears the head, not the trunk")
{
    // Hard, small, and higher than the mat.
    std::vector<Push> pushes = onTheMat(60);
    pushes.back().stiffness = 100;
    pushes.back().grips = false;
    const auto shares = percents(lying(), pushes);
    CHECK(shares.back() > 50 * kHead);
    CHECK(shares.back() < 130 * kHead);
}

TEST_CASE("an arm on a table bears some of itself while the seat bears the rest")
{
    // Trunk upright on a seat, upper arm down and forward, forearm on the table.
    const std::vector<Link> links = {{0.9F, {0, 800, 0}, -1, {0, 500, 0}, 0},
                                     {0.06F, {200, 900, 100}, 0, {200, 1000, 0}, kLimp},
                                     {0.04F, {200, 740, 320}, 1, {200, 740, 200}, kLimp}};
    std::vector<Push> pushes = {under(0, -150, -100), under(0, 150, -100),   under(0, -150, 150),
                                under(0, 150, 150),   under(2, 200, 230, 2), under(2, 200, 430, 2)};
    for (std::size_t i = 4; i < 6; ++i)
        pushes[i].pointMm.y = 720;
    const auto shares = percents(links, pushes);
    CHECK(sum(shares) == Approx(100).margin(0.1));
    CHECK(shares[4] + shares[5] > 2);
    CHECK(shares[4] + shares[5] < 10);
}

TEST_CASE("a person sitting on a ball with the hands behind sits on the ball")
{
    // The trunk leans back, the arms prop it, the legs stand in front with the knees up.
    const std::vector<Link> links = {{0.5F, {0, 400, -150}, -1, {0, 100, 0}, 0},
                                     {0.1F, {0, 300, -350}, 0, {0, 550, -250}, kLimp},
                                     {0.28F, {0, 250, 200}, 0, {0, 100, 0}, 0.08F},
                                     {0.12F, {0, 200, 450}, 2, {0, 400, 400}, 0.04F}};
    std::vector<Push> pushes = {under(0, 0, 0, 15), under(1, -200, -450, 5), under(1, 200, -450, 5),
                                under(3, -100, 480, 8), under(3, 100, 480, 8)};
    pushes.front().grips = false;
    const auto shares = percents(links, pushes);
    CHECK(sum(shares) == Approx(100).margin(0.1));
    CHECK(shares[0] > 40);
    CHECK(shares[1] + shares[2] > 5);
    CHECK(shares[1] + shares[2] < 40);
    CHECK(shares[3] + shares[4] > 10);
    CHECK(shares[3] + shares[4] < 40);
}

TEST_CASE("a part borne by another one passes its weight on to it")
{
    // A head on a hand on the mat: the hand bears both.
    std::vector<Push> pushes = onTheMat(0);
    pushes.back() = {3, {0, 60, 720}, {0, 1, 0}, 20, true, 4};
    std::vector<Link> links = lying();
    links.push_back({0.001F, {0, 30, 720}, 2, {0, 30, 720}, 0.001F});
    pushes.push_back(under(4, 0, 720));
    const auto shares = percents(links, pushes);
    const std::size_t head = pushes.size() - 2;
    CHECK(shares[head] > 50 * kHead);
    CHECK(shares.back() == Approx(shares[head]).margin(5));
    CHECK(sum(shares) - shares[head] == Approx(100).margin(0.1));
}

TEST_CASE("what is leant on steadies the body and bears none of it")
{
    // Both feet are behind the weight, which would topple forward without the wall.
    std::vector<Push> pushes = {under(0, -100, -200), under(0, 100, -200)};
    pushes.push_back({0, {0, 1200, 100}, {0, 0, -1}, 10, false, -1});
    auto links = block(0, 0);
    links[0].centreMm.y = 1000;
    const auto shares = percents(links, pushes);
    CHECK(shares[0] == Approx(50).margin(0.5));
    CHECK(shares[1] == Approx(50).margin(0.5));
    CHECK(shares[2] == Approx(100 * 200.0 / 1200).margin(2));
}

TEST_CASE("a point is outside an outline by its distance from the nearest edge")
{
    const std::vector<glm::vec2> square = {{0, 0}, {200, 0}, {200, 100}, {0, 100}};
    CHECK(posture::beyondOutline(square, {50, 50}) == 0);
    CHECK(posture::beyondOutline(square, {-30, 50}) == Approx(30).margin(0.5));
    CHECK(posture::beyondOutline(square, {230, 140}) == Approx(50).margin(0.5));
    CHECK(posture::beyondOutline({{0, 0}}, {0, 70}) == Approx(70).margin(0.5));
}
