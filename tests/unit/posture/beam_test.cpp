#include "tests/support/stick_body.h"

#include <catch2/catch.hpp>

using namespace knotmap;
using posture::Link;
using posture::Push;

namespace {

/// A roller under a beam along X: it pushes up and lets the beam slide.
Push roller(std::size_t link, float x, float stiffness = 100)
{
    return {link, {x, 0, 0}, {0, 1, 0}, stiffness, false, -1};
}

/// A stiff beam without a carrier.
Link beam(float mass, float centreX)
{
    return {mass, {centreX, 0, 0}, -1, {0, 0, 0}, 0};
}

} // namespace

TEST_CASE("a beam hinged to another one loads it as in the textbook")
{
    // Supports at -200 and 200 under the first, at 700 under the second; the hinge is at 300. The
    // second's weight, at its centre at 500, goes half to the hinge: 0.25 there. Moments about the
    // first support: 400 R = 200 * 0.5 + 500 * 0.25.
    const std::vector<Link> links = {beam(0.5F, 0), {0.5F, {500, 0, 0}, 0, {300, 0, 0}, 0}};
    const auto found = posture::pushesOn(links, {roller(0, -200), roller(0, 200), roller(1, 700)});
    REQUIRE(found.size() == 3);
    CHECK(found[0] == Approx(0.1875).margin(0.001));
    CHECK(found[1] == Approx(0.5625).margin(0.001));
    CHECK(found[2] == Approx(0.25).margin(0.001));
}

TEST_CASE("a stiff beam on three equal springs shares its weight by their distance")
{
    // R = 1/3 + x X / (2 a a) for a weight at x, springs at X = -a, 0, a.
    const std::vector<Push> springs = {roller(0, -400), roller(0, 0), roller(0, 400)};
    const auto found = posture::pushesOn({beam(1, 200)}, springs);
    CHECK(found[0] == Approx(1.0 / 12).margin(0.001));
    CHECK(found[1] == Approx(1.0 / 3).margin(0.001));
    CHECK(found[2] == Approx(7.0 / 12).margin(0.001));
    // More than a third of the way out the first would have to pull: the other two carry it as a
    // lever.
    const auto lifted = posture::pushesOn({beam(1, 300)}, springs);
    CHECK(lifted[0] == Approx(0).margin(0.001));
    CHECK(lifted[1] == Approx(0.25).margin(0.001));
    CHECK(lifted[2] == Approx(0.75).margin(0.001));
}

TEST_CASE("a weight outside all supports tips: the far support is released, nothing pulls")
{
    const auto found = posture::pushesOn({beam(1, 300)}, {roller(0, -100), roller(0, 100)});
    REQUIRE(found.size() == 2);
    CHECK(found[0] == 0);
    CHECK(found[1] > 0);
    CHECK(found[1] < 1.5F);
    CHECK(posture::beyondOutline({{-100, 0}, {100, 0}}, {300, 0}) == Approx(200).margin(0.1));
}

TEST_CASE("an oblique prop pushes along its own normal alone")
{
    // A ladder without friction at the wall, its foot fixed: the wall's push times its height is
    // the weight times its distance from the foot.
    const Link ladder{1, {250, 1000, 0}, -1, {0, 0, 0}, 0};
    Push foot = roller(0, 0);
    foot.grips = true;
    const Push wall{0, {500, 2000, 0}, {-1, 0, 0}, 100, false, -1};
    const auto found = posture::pushesOn({ladder}, {foot, wall});
    CHECK(found[0] == Approx(1).margin(0.005));
    CHECK(found[1] == Approx(0.125).margin(0.005));
}
