#include "tests/support/stick_body.h"

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>

using namespace knotmap;
using core::Side;

namespace {

/// Per cent on the support of that name; -1 if it is not reported.
float percentOn(const posture::WeightSplit& split, const std::string& name)
{
    for (const posture::Contact& contact : split.contacts)
        if (contact.name == name)
            return contact.percent.value_or(-1);
    return -1;
}

} // namespace

TEST_CASE("a standing body's weight is shared half and half, and follows its centre of mass")
{
    const testing::StickBody stick;
    const posture::WeightSplit even =
        stick.weight(stick.onFloor(stick.skeleton().rest(), glm::mat4(1)));
    REQUIRE(even.contacts.size() == 2);
    CHECK(percentOn(even, "right foot") == 50);
    CHECK(percentOn(even, "left foot") == 50);
    CHECK(even.beyondMm == 0);
    CHECK(even.groundMm == 0);
    CHECK(even.centre.y == Approx(954.94).margin(0.2));
    for (const posture::Contact& foot : even.contacts)
        CHECK(std::abs(foot.point.x) == Approx(100).margin(6));

    // The trunk bent to the right moves 15 per cent from the middle to the right: the load on the
    // right foot follows from how far the centre of mass has moved of the 200 mm between the feet.
    float before = 50;
    for (const float deg : {5.0F, 10.0F}) {
        const body::Pose bent =
            stick.pose({{"lumbar", Side::Midline, "bending to the right", deg}});
        const posture::WeightSplit split = stick.weight(stick.onFloor(bent, glm::mat4(1)));
        const float right = percentOn(split, "right foot");
        INFO(deg << " degrees: the mass is at " << split.centre.x << ", right " << right);
        CHECK(split.centre.x < -10);
        CHECK(right == Approx(50 - split.centre.x / 2).margin(4));
        CHECK(right > before + 4);
        CHECK(right + percentOn(split, "left foot") == 100);
        before = right;
    }
}

TEST_CASE("a foot bears load up to a hand's breadth above the floor, and no further")
{
    const testing::StickBody stick;
    const auto namesAt = [&](float heightMm) {
        const posture::SolvedPosition solved =
            stick.onFloor(stick.skeleton().rest(), testing::shifted({0, heightMm, 0}));
        const posture::BodyChain chain = stick.chain(solved.transforms, solved.placement);
        std::string names;
        for (const posture::Touch& touch : posture::touchesOf(stick.model(), solved, chain, ""))
            if (names.find(touch.name) == std::string::npos)
                names += touch.name + ";";
        return names;
    };
    CHECK(namesAt(0) == "left foot;right foot;");
    CHECK(namesAt(30) == "left foot;right foot;");
    CHECK(namesAt(60).empty());
}

TEST_CASE("a supine body touches the floor with back, buttocks and legs")
{
    const testing::StickBody stick;
    // Chest and belly are level at the back once the body lies 95 mm high: 5 mm in, 5 mm off.
    const glm::mat4 onBack =
        glm::rotate(testing::shifted({0, 95, 0}), glm::radians(-90.0F), glm::vec3(1, 0, 0));
    const posture::SolvedPosition solved = stick.onFloor(stick.skeleton().rest(), onBack);
    const posture::BodyChain chain = stick.chain(solved.transforms, solved.placement);
    float area = 0;
    bool back = false, buttocks = false, hands = false;
    for (const posture::Touch& touch : posture::touchesOf(stick.model(), solved, chain, "")) {
        back = back || touch.name == "back";
        buttocks = buttocks || touch.name == "buttocks";
        hands = hands || touch.name.find("hand") != std::string::npos;
        if (touch.name == "back")
            area += touch.push.stiffness;
        CHECK(touch.push.normal == glm::vec3(0, 1, 0));
        CHECK(touch.push.pointMm.y == Approx(0).margin(0.01));
    }
    CHECK(back);
    CHECK(buttocks);
    CHECK_FALSE(hands);
    // 310 by 292 mm of chest and 300 by 142 of belly, in full, at 1200 weights per metre and square
    // metre; of their sides a strip adds less than a fifth.
    const double flat = 1200 * (0.310 * 0.292 + 0.3 * 0.142);
    CHECK(area > 0.98 * flat);
    CHECK(area < 1.2 * flat);
}
