#include "tests/unit/panels/fixture.h"

#include <set>

using namespace knotmap;
using namespace knotmap::app;
using testing::PanelFixture;
using testing::rectOf;

namespace {

/// The areas lie side by side, inside the window, and cover all of it.
void checkTiles(const Layout& layout, float width, float height)
{
    float covered = 0;
    std::vector<ImRect> areas;
    for (const Area* area :
         {&layout.menu, &layout.left, &layout.right, &layout.view, &layout.steps, &layout.bottom}) {
        CHECK(area->width >= 0);
        CHECK(area->height >= 0);
        covered += area->width * area->height;
        if (area->width == 0 || area->height == 0)
            continue;
        const ImRect box = rectOf(*area);
        CHECK(ImRect(0, 0, width, height).Contains(box));
        for (const ImRect& other : areas)
            CHECK_FALSE(box.Overlaps(other));
        areas.push_back(box);
    }
    CHECK(covered == Approx(width * height));
}

} // namespace

TEST_CASE_METHOD(PanelFixture, "the panels and the view cover the window and never overlap")
{
    const std::vector<std::pair<float, float>> sizes = {
        {1280, 800}, {1920, 1080}, {2560, 1440}, {800, 600}, {420, 300}, {160, 120}, {600, 2000}};
    for (const bool inPosition : {false, true}) {
        if (inPosition) {
            ok("select-point", {"upper-one-1"});
            state.view.showPosition = true;
            state.view.positionShare = 1;
        }
        for (const auto& [width, height] : sizes) {
            INFO(width << " x " << height << (inPosition ? " in the position" : ""));
            ui.resize(width, height);
            show();
            checkTiles(layout, width, height);
        }
    }
}

TEST_CASE_METHOD(PanelFixture, "panels are as wide as they were made, and the view takes the rest")
{
    CHECK(layout.left.width == 304);
    CHECK(layout.right.width == 372);
    CHECK(layout.view.width == 1280 - 304 - 372);
    ok("panel-width", {"left", "400"});
    show();
    CHECK(layout.left.width == 400);
    CHECK(layout.view.x == 400);
}

TEST_CASE_METHOD(PanelFixture,
                 "in a narrow window the view keeps its third and panels share the rest")
{
    ok("panel-width", {"left", "600"});
    ok("panel-width", {"right", "300"});
    ui.resize(900, 700);
    show();
    CHECK(layout.view.width >= 0.34F * 900);
    CHECK(layout.view.width < 0.34F * 900 + 3);
    CHECK(layout.left.width == Approx(2 * layout.right.width).margin(3));
}

TEST_CASE_METHOD(PanelFixture, "on a monitor of another scale all lengths follow it")
{
    Theme fine = ui.theme();
    fine.scale = 2;
    Layout scaled;
    ui.frame([&] { scaled = divideWindow(state, fine, 2560, 1600); });
    CHECK(scaled.menu.height == 2 * layout.menu.height);
    CHECK(scaled.left.width == 2 * layout.left.width);
    CHECK(scaled.bottom.height == 2 * layout.bottom.height);
    CHECK(scaled.view.width == 2 * layout.view.width);
}

TEST_CASE_METHOD(PanelFixture, "dragging a panel's edge makes the panel wider, within its limits")
{
    const auto dragged = [&](float from, float to) {
        ui.moveTo({from, 300});
        frame();
        ui.press();
        frame();
        ui.moveTo({to, 300});
        const auto calls = frame();
        ui.release();
        frame();
        REQUIRE(calls.size() == 1);
        CHECK(calls[0].id == "panel-width");
        return std::pair(calls[0].arguments[0], std::stof(calls[0].arguments[1]));
    };
    CHECK(dragged(304, 354) == std::pair<std::string, float>("left", 354));
    CHECK(dragged(304, 10) == std::pair<std::string, float>("left", 220));
    const float right = 1280 - 372;
    CHECK(dragged(right - 2, right - 60) == std::pair<std::string, float>("right", 432));
    CHECK(dragged(right - 2, 100) == std::pair<std::string, float>("right", 640));
}

TEST_CASE_METHOD(PanelFixture, "at 1280 x 800 no panel cuts a word off at its side")
{
    const auto check = [&](const std::string& what) {
        show();
        INFO(what);
        CHECK(cutOff() == "");
        CHECK(tooWide() == std::set<std::string>());
    };
    check("at the start");
    state.panels.noteDismissed = false;
    check("with the note");
    for (const char* point : {"upper-one-1", "upper-one-2", "deep-one-1"}) {
        ok("select-point", {point});
        check(point);
    }
    ok("select-structure", {"upper-one"});
    check("a muscle");
    ok("hurt", {"temple.right"});
    check("the pain finder");
    for (const char* dialog :
         {"shortcuts", "about", "before-you-start", "faults", "save-picture"}) {
        ok("open", {dialog});
        check(dialog);
    }
}

TEST_CASE_METHOD(PanelFixture,
                 "in the smallest window everything is drawn and nothing asks to be run")
{
    ui.resize(160, 120);
    for (const char* dialog : {"", "shortcuts", "save-picture"}) {
        if (*dialog != '\0')
            ok("open", {dialog});
        show();
        CHECK(frame().empty());
    }
    state.panels.dialog = Dialog::None;
    ok("hurt", {"temple.right"});
    ok("keep-zone", {"upper-one-1"});
    state.panels.message = Message{"A message that finds no room.", false};
    ok("labels", {"english"});
    ok("cut", {"sagittal"});
    show();
    CHECK_FALSE(shows("A message that finds no room."));
}
