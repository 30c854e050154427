#include "tests/unit/panels/fixture.h"

using namespace knotmap;
using namespace knotmap::app;
using testing::Lines;
using testing::PanelFixture;

namespace {

struct Finder : PanelFixture
{
    Finder()
    {
        panel = drawLeftPanel;
        ok("tab", {"pain"});
        show();
    }
};

} // namespace

TEST_CASE_METHOD(Finder, "every region can be chosen, a paired one by its side")
{
    for (const char* region : {"Temple", "Between the shoulder blades", "Breastbone"})
        CHECK(shows(region));
    CHECK(before("Head", "Temple"));
    // In the order of the regions: R and L of the temple, then of the back.
    CHECK(shows("Temple RL"));
    CHECK(click("RL", 0) != click("RL", 1));
    const auto boxes = ui.lettersOf("RL", 0);
    REQUIRE(boxes.size() == 2);
    CHECK(clickAt(boxes[0].box.GetCenter()) == Lines{"hurt temple.right"});
    CHECK(clickAt(boxes[1].box.GetCenter()) == Lines{"hurt temple.left"});
    const auto breastbone = ui.find("Breastbone");
    REQUIRE(breastbone);
    CHECK(clickAt({boxes[0].box.Min.x - 15, breastbone->GetCenter().y}) == Lines{"hurt sternum"});
}

TEST_CASE_METHOD(Finder, "a chosen region is listed with a cross that takes it away again")
{
    CHECK(shows("Choose one or more places above"));
    CHECK_FALSE(shows("Temple, right"));
    ok("hurt", {"temple.right"});
    show();
    CHECK_FALSE(shows("Choose one or more places above"));
    CHECK(click("Temple, right  \xC3\x97") == Lines{"hurt temple.right"});
    CHECK_FALSE(shows("Remove all"));
    ok("hurt", {"sternum"});
    show();
    CHECK(click("Breastbone  \xC3\x97") == Lines{"hurt sternum"});
    CHECK(click("Remove all") == Lines{"hurt-clear"});
    follow("Temple, right  \xC3\x97");
    CHECK_FALSE(shows("Temple, right"));
    CHECK(shows("Breastbone  \xC3\x97"));
}

TEST_CASE_METHOD(Finder, "the box of a chosen region is ticked")
{
    const auto ticked = [&](const char* letter) {
        const auto box = ui.find(letter);
        REQUIRE(box);
        return ui.hasColour(colour::kInk,
                            ImRect(box->Min.x - 22, box->Min.y, box->Min.x - 2, box->Max.y));
    };
    CHECK_FALSE(ticked("RL"));
    ok("hurt", {"temple.right"});
    show();
    CHECK(ticked("RL"));
}

TEST_CASE_METHOD(Finder, "the search leaves the regions that it finds")
{
    ui.leave();
    click("Body part, such as temple");
    ui.type("blades");
    CHECK(testing::written(frame()) == Lines{"hurt-search blades"});
    ok("hurt-search", {"blades"});
    show();
    CHECK(shows("Between the shoulder blades"));
    CHECK_FALSE(shows("Breastbone"));
    ok("hurt-search", {"zzz"});
    show();
    CHECK(shows("No part of the body here has that name."));
}

TEST_CASE_METHOD(Finder, "findings stand in their order with score and reasons")
{
    ok("hurt", {"temple.right"});
    show();
    REQUIRE(state.document.findings.size() == 2);
    CHECK(before("1. Upper one, right", "2. Deep one, left"));
    CHECK(click("1. Upper one, right") == Lines{"select-point upper-one-1.right"});
    CHECK(click("2. Deep one, left") == Lines{"select-point deep-one-1.left"});
    for (const referral::Finding& finding : state.document.findings) {
        const int percent = static_cast<int>(std::lround(finding.score * 100));
        CHECK(shows("match " + std::to_string(percent) + " of 100"));
    }
    CHECK(before("1. Upper one, right", "Temple (right)"));
    CHECK(ui.count("Temple (right)") == 2);
}

TEST_CASE_METHOD(Finder, "a reason's patch says whether the pain is felt by nearly everyone there")
{
    ok("hurt", {"temple.right"});
    show();
    const auto patch = [&](int nth) {
        const auto words = ui.find("Temple (right)", nth);
        REQUIRE(words);
        return ImRect(words->Min.x - 40, words->Min.y - 2, words->Min.x - 2, words->Max.y + 2);
    };
    // There the first finding's zone is solid, the second one's dotted on pale ground.
    CHECK(ui.hasColour(colour::kPain, patch(0)));
    CHECK_FALSE(ui.hasColour(colour::kPainPale, patch(0)));
    CHECK(ui.hasColour(colour::kPainPale, patch(1)));
}

TEST_CASE_METHOD(Finder, "a place that no knot sends pain to is said to have none")
{
    ok("hurt", {"sternum"});
    show();
    CHECK(shows("No knot in the data sends pain there."));
    CHECK_FALSE(shows("Knots that can explain this"));
}
