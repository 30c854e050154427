#include "tests/unit/panels/fixture.h"

using namespace knotmap;
using namespace knotmap::app;
using testing::Lines;
using testing::PanelFixture;

namespace {

/// The body in the position for a trigger point, which has three steps.
struct Strip : PanelFixture
{
    Strip() { hold(); }

    void hold()
    {
        ok("select-point", {"upper-one-1"});
        state.view.showPosition = true;
        state.view.positionShare = 1;
        show();
    }
    Lines clickArrow(bool onwards)
    {
        const float right = layout.steps.x + layout.steps.width - 10;
        return clickAt({right - (onwards ? 13 : 45), layout.steps.y + 23});
    }
    void goTo(std::size_t step)
    {
        state.view.step = step;
        show();
    }
};

} // namespace

TEST_CASE_METHOD(PanelFixture, "without a position there is no strip")
{
    CHECK(layout.steps.height == 0);
    select("upper-one-1");
    CHECK(layout.steps.height == 0);
}

TEST_CASE_METHOD(Strip, "the strip names the position until its steps are gone through")
{
    REQUIRE(layout.steps.height > 40);
    CHECK(shows("Lean against a wall. Go through the 3 steps with the arrows."));
    CHECK_FALSE(shows("1/3"));
    CHECK(clickArrow(false).empty());
    CHECK(clickArrow(true) == Lines{"next-step"});
}

TEST_CASE_METHOD(Strip, "each step is shown with its number and the tool's name")
{
    const std::vector<std::string> steps = {"Stand with your back to a wall.",
                                            "Put the ball between you and it.", "Bend your knees."};
    panel = drawStepStrip;
    for (std::size_t step = 0; step < 3; ++step) {
        goTo(step);
        CHECK(shows(std::to_string(step + 1) + "/3"));
        for (std::size_t other = 0; other < 3; ++other)
            CHECK(shows(steps[other]) == (other == step));
    }
}

TEST_CASE_METHOD(Strip, "the arrows go forward and back and stop at the ends")
{
    goTo(0);
    CHECK(clickArrow(false).empty());
    CHECK(clickArrow(true) == Lines{"next-step"});
    goTo(1);
    CHECK(clickArrow(false) == Lines{"previous-step"});
    CHECK(clickArrow(true) == Lines{"next-step"});
    goTo(2);
    CHECK(clickArrow(false) == Lines{"previous-step"});
    CHECK(clickArrow(true).empty());
}

TEST_CASE_METHOD(Strip, "the strip is as tall as its longest step, whichever is shown")
{
    const float height = layout.steps.height;
    for (std::size_t step = 0; step < 3; ++step) {
        goTo(step);
        CHECK(layout.steps.height == height);
    }
    std::string words;
    for (int i = 0; i < 40; ++i)
        words += "breathe slowly ";
    change([&](Library& library) { library.care.positions[0].steps[2] = words; });
    hold();
    CHECK(layout.steps.height > height + 30);
    state.view.step = 2;
    show();
    const auto lines = ui.find(words);
    REQUIRE(lines);
    CHECK(lines->Max.y <= layout.steps.y + layout.steps.height);
    // Clear of the arrows.
    CHECK(lines->Max.x < layout.steps.x + layout.steps.width - 68);
}

TEST_CASE_METHOD(Strip, "a view too small for the strip keeps all of its height")
{
    ui.resize(1280, 240);
    show();
    CHECK(layout.steps.height == 0);
    CHECK(layout.view.height == 240 - 38 - 114);
    ui.resize(420, 800);
    show();
    CHECK(layout.steps.height == 0);
}
