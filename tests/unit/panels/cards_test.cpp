#include "tests/unit/panels/fixture.h"

using namespace knotmap;
using namespace knotmap::app;
using testing::Lines;
using testing::PanelFixture;

namespace {

struct Card : PanelFixture
{
    Card()
    {
        panel = drawRightPanel;
        makeTall();
    }
};

} // namespace

TEST_CASE_METHOD(Card, "the card of a pressed knot shows tool, dose, cautions and stop signs")
{
    select("upper-one-1.left");
    for (const char* words : {"Upper one",
                              "Musculus superior",
                              "Knot 1, left: Front edge",
                              "Where it sends pain",
                              "Temple",
                              "Between the shoulder blades",
                              "Felt deep inside: the ear",
                              "A stiff neck",
                              "A heavy bag",
                              "Press slowly along the fibres.",
                              "Work on it with: Tennis ball",
                              "Shown at its true size: soft, 67 mm across",
                              "It gives way a little.",
                              "Or: Foam roller",
                              "Take care here: Side of the neck",
                              "The artery runs there.",
                              "Lift it between two fingers.",
                              "Keep off the windpipe.",
                              "Position: Lean against a wall",
                              "1 Stand with your back to a wall.",
                              "2 Put the ball between you and it.",
                              "As hard as you lean.",
                              "How long and how often",
                              "Then stretch",
                              "Bend your head to the other side.",
                              "Tingling in the hand",
                              "A fresh whiplash",
                              "Grade B: Seen in one study.",
                              "Travell (1983). The manual."}) {
        INFO(words);
        CHECK(shows(words));
    }
}

TEST_CASE_METHOD(Card, "the dose is told in seconds, rounds and sessions")
{
    select("upper-one-1");
    CHECK(lineBefore("30\xE2\x80\x93"
                     "90 seconds") == "Press");
    CHECK(lineBefore("5\xE2\x80\x93"
                     "7 of 10: sore, not sharp") == "Howhard");
    CHECK(lineBefore("60 seconds") == "Rest");
    CHECK(lineBefore("3\xE2\x80\x93"
                     "5 sessions") == "Perweek");
    CHECK(shows("End when it lets go."));
}

TEST_CASE_METHOD(Card, "a stroking dose strokes, and a range of one figure is one figure")
{
    change([](Library& library) {
        library.care.doses[0].stroke = true;
        library.care.doses[0].holdS = {20, 20};
    });
    select("upper-one-1");
    CHECK(lineBefore("20 seconds") == "Stroke");
    CHECK(lineBefore("20 seconds") != "Press");
}

TEST_CASE_METHOD(Card, "a knot that must not be pressed has neither tool nor dose on its card")
{
    select("deep-one-1");
    CHECK(shows("Do not press here"));
    CHECK(shows("It lies over the throat."));
    CHECK(shows("Do not press here."));
    CHECK(shows("Look up."));
    for (const char* words : {"Work on it with", "Tennis ball", "true size", "Or:",
                              "How long and how often", "seconds", "sessions", "Then stretch"}) {
        INFO(words);
        CHECK_FALSE(shows(words));
    }
}

TEST_CASE_METHOD(Card,
                 "not even a card that names them shows tool or dose where nothing is pressed")
{
    change([](Library& library) { library.care.advice[1].tools = {"tennis-ball"}; });
    select("deep-one-1");
    CHECK(shows("Do not press here"));
    CHECK_FALSE(shows("Tennis ball"));
}

TEST_CASE_METHOD(Card, "a knot without advice is shown to learn from")
{
    select("upper-one-2");
    CHECK(shows("There is no advice for this knot yet"));
    CHECK_FALSE(shows("Work on it with"));
    CHECK_FALSE(shows("Take care here"));
}

TEST_CASE_METHOD(Card, "a knot that sends no pain has no zone to keep or to show the way to")
{
    state.animations.enabled = true;
    select("upper-one-1");
    CHECK(shows("Keep this zone beside others"));
    CHECK(shows("Show the path of the pain"));
    select("upper-one-2");
    CHECK(shows(referral::kLocalOnly));
    CHECK_FALSE(shows("Keep this zone"));
    CHECK_FALSE(shows("Show the path of the pain"));
    CHECK_FALSE(shows("felt by nearly everyone"));
}

TEST_CASE_METHOD(Card, "the card's buttons and links run what they say")
{
    select("upper-one-1.left");
    CHECK(click("Best view") == Lines{"best-view"});
    CHECK(click("Other side") == Lines{"side toggle"});
    CHECK(click("Position") == Lines{"position toggle"});
    CHECK(click("Deep one 1: Outer edge") == Lines{"select-point deep-one-1.left"});
    CHECK(click("Keep this zone beside others") == Lines{"keep-zone"});
    CHECK_FALSE(shows("Show the path of the pain")); // nothing moves
    follow("Keep this zone beside others");
    CHECK(shows("Remove this zone"));
    CHECK_FALSE(shows("Keep this zone beside others"));
}

TEST_CASE_METHOD(Card, "no zone can be kept when as many are kept as there are hues")
{
    for (const char* point : {"upper-one-1.right", "deep-one-1.left", "deep-one-1.right"})
        ok("keep-zone", {point});
    select("upper-one-1.left");
    CHECK_FALSE(shows("Keep this zone"));
    CHECK_FALSE(shows("Remove this zone"));
    select("upper-one-1.right");
    CHECK(shows("Remove this zone"));
}

TEST_CASE_METHOD(Card, "a position told in words alone has no button")
{
    select("deep-one-1");
    CHECK_FALSE(shows("Other side Position"));
    select("upper-one-1");
    CHECK(shows("Other side Position"));
}

TEST_CASE_METHOD(Card, "in the position its steps come before the zone, and the slider leads back")
{
    select("upper-one-1");
    CHECK(before("Where it sends pain", "Position: Lean against a wall"));
    CHECK_FALSE(shows("standing"));
    state.view.showPosition = true;
    state.view.positionShare = 1;
    show();
    CHECK(before("Position: Lean against a wall", "Where it sends pain"));
    CHECK(click("Stand up") == Lines{"position toggle"});
    // The slider is above the names of its ends; it returns the position that is clicked.
    const auto standing = ui.find("standing");
    REQUIRE(standing);
    const Lines calls = clickAt({standing->Min.x + 4, standing->Min.y - 10});
    REQUIRE(calls.size() == 1);
    CHECK(calls[0] == "position-step 0.000");
}

TEST_CASE_METHOD(Card, "without a selection the panel says how to begin")
{
    CHECK(shows("Select a knot"));
    CHECK(click("All keys and mouse gestures") == Lines{"open shortcuts"});
    CHECK(click("Before you start: when to leave a spot alone") == Lines{"open before-you-start"});
}

TEST_CASE_METHOD(Card, "the note to read first stands above every card until it is put away")
{
    state.panels.noteDismissed = false;
    for (const bool selected : {false, true}) {
        if (selected)
            select("upper-one-1");
        show();
        CHECK(shows("Fever with the pain"));
        CHECK(click("How soon, and what else to know first") == Lines{"open before-you-start"});
        CHECK(click("I have read this") == Lines{"dismiss note"});
    }
    follow("I have read this");
    CHECK_FALSE(shows("Fever with the pain"));
    CHECK(shows("Knot 1, right"));
}

TEST_CASE_METHOD(Card, "a muscle's card lists its knots, on its own side")
{
    ok("select-structure", {"upper-one.left"});
    show();
    CHECK(shows("Upper one Musculus superior"));
    CHECK(shows("left side"));
    CHECK(shows("Its knots"));
    CHECK(click("Front edge") == Lines{"select-point upper-one-1.left"});
    CHECK(click("Look at it") == Lines{"focus"});
    ok("select-structure", {"deep-one.right"});
    show();
    CHECK_FALSE(shows("Its knots"));
    CHECK(shows("Its knot"));
    CHECK(click("Outer edge") == Lines{"select-point deep-one-1.right"});
}

TEST_CASE_METHOD(Card, "a structure or its group is hidden, made a ghost or shown alone")
{
    ok("select-structure", {"deep-one.left"});
    show();
    CHECK(click("Hide Ghost Alone") == Lines{"ghost deep-one.left"});
    CHECK(click("Hide", 0) == Lines{"hide deep-one.left"});
    CHECK(click("Alone", 0) == Lines{"isolate deep-one.left"});
    CHECK(click("Hide", 1) == Lines{"hide group:back"});
    CHECK(click("Ghost", 1) == Lines{"ghost group:back"});
    CHECK(click("Alone", 1) == Lines{"isolate group:back"});
    CHECK_FALSE(shows("Show everything"));
    ok("hide", {"upper-one"});
    show();
    CHECK(click("Show everything") == Lines{"show-all"});
}

TEST_CASE_METHOD(Card, "parts of a muscle lead to each other")
{
    change([](Library& library) {
        const auto atlas = std::make_shared<body::Atlas>(*library.atlas);
        for (std::size_t i = 0; i < 2; ++i)
            atlas->structures[i].partOf = library.anatomy.structures[i].partOf = "whole-one";
        library.atlas = atlas;
    });
    ok("select-structure", {"upper-one.left"});
    show();
    CHECK(shows("Part of the"));
    CHECK(click("Deep one") == Lines{"select-structure deep-one.left"});
}

TEST_CASE_METHOD(Card, "another selection begins at the top of its card")
{
    ui.resize(1280, 500);
    select("upper-one-1");
    CHECK(shows("Musculus superior"));
    ImGui::GetIO().MouseWheel = -20;
    ui.moveTo({layout.right.x + 50, 200});
    frame();
    ImGui::GetIO().MouseWheel = 0;
    show();
    CHECK_FALSE(shows("Musculus superior"));
    select("deep-one-1");
    CHECK(shows("Musculus profundus"));
}
