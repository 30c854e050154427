#include "tests/unit/panels/fixture.h"

using namespace knotmap;
using namespace knotmap::app;
using testing::Lines;
using testing::PanelFixture;

namespace {

struct Menu : PanelFixture
{
    Menu()
    {
        panel = drawMenuBar;
        show();
    }
    void open(const std::string& menu)
    {
        CHECK(click(menu).empty());
        frame();
        frame();
    }
    /// Opens a menu and clicks an item of it.
    Lines pick(const std::string& menu, const std::string& item, int nth = 0)
    {
        open(menu);
        const Lines calls = click(item, nth);
        close();
        return calls;
    }
    void close()
    {
        ImGui::GetCurrentContext()->OpenPopupStack.resize(0);
        show();
    }
    bool isPale(const std::string& item) const
    {
        const auto letters = ui.lettersOf(item);
        INFO(item);
        REQUIRE_FALSE(letters.empty());
        return (letters.front().colour >> IM_COL32_A_SHIFT) < 255;
    }
};

} // namespace

TEST_CASE_METHOD(Menu, "a menu is closed until it is clicked")
{
    CHECK(shows("Knotmap File Edit View Body Help"));
    CHECK_FALSE(shows("Quit Knotmap"));
    open("File");
    CHECK(shows("Quit Knotmap"));
    CHECK_FALSE(shows("From the front"));
}

TEST_CASE_METHOD(Menu, "the items of the menus run what they say")
{
    CHECK(pick("File", "Save a picture") == Lines{"open save-picture"});
    CHECK(pick("File", "Quit Knotmap") == Lines{"quit"});
    CHECK(pick("View", "From the left") == Lines{"view left"});
    CHECK(pick("View", "Back of the neck") == Lines{"view neck"});
    CHECK(pick("View", "Peel a layer away") == Lines{"layer-deeper"});
    CHECK(pick("View", "Put a layer back") == Lines{"layer-shallower"});
    CHECK(pick("View", "Tool and arrow") == Lines{"tool toggle"});
    CHECK(pick("View", "Names in English") == Lines{"labels english"});
    CHECK(pick("View", "Areas where care is needed") == Lines{"cautions toggle"});
    CHECK(pick("View", "Where the weight goes") == Lines{"weight toggle"});
    CHECK(pick("View", "Move smoothly") == Lines{"motion toggle"});
    CHECK(pick("Help", "Before you start") == Lines{"open before-you-start"});
    CHECK(pick("Help", "Keys and mouse") == Lines{"open shortcuts"});
    CHECK(pick("Help", "About Knotmap") == Lines{"open about"});
}

TEST_CASE_METHOD(Menu, "the names that are shown are put away by the same item")
{
    ok("labels", {"latin"});
    CHECK(pick("View", "Names in Latin") == Lines{"labels off"});
    CHECK(pick("View", "Names in English") == Lines{"labels english"});
}

TEST_CASE_METHOD(Menu, "items that need a selection are pale without one and do nothing")
{
    const std::vector<std::string> items = {
        "Best view of the knot", "Look at the selection", "Hide it",
        "Make it transparent",   "Show it alone",         "Keep the zone beside others"};
    open("View");
    for (const std::string& item : items) {
        CHECK(isPale(item));
        CHECK(click(item).empty());
    }
    close();
    select("upper-one-1");
    open("View");
    for (const std::string& item : items)
        CHECK_FALSE(isPale(item));
    close();
    CHECK(pick("View", "Hide it") == Lines{"hide"});
    CHECK(pick("View", "Best view of the knot") == Lines{"best-view"});
}

TEST_CASE_METHOD(Menu, "items that undo something are pale while there is nothing to undo")
{
    state.history.undo.clear();
    open("View");
    for (const char* item : {"Show everything", "Remove all kept zones"})
        CHECK(isPale(item));
    close();
    open("Edit");
    for (const char* item : {"Undo", "Redo"})
        CHECK(isPale(item));
    close();
    ok("view", {"head"});
    ok("hide", {"upper-one"});
    ok("keep-zone", {"upper-one-1"});
    CHECK(pick("Edit", "Undo keeping a zone") == Lines{"undo"});
    CHECK(pick("View", "Show everything") == Lines{"show-all"});
    CHECK(pick("View", "Remove all kept zones") == Lines{"drop-zones"});
    ok("undo");
    CHECK(pick("Edit", "Redo keeping a zone") == Lines{"redo"});
}

TEST_CASE_METHOD(Menu, "at the last layer no more is peeled away, at the first none is put back")
{
    ok("layer", {"bone"});
    open("View");
    CHECK(isPale("Peel a layer away"));
    CHECK_FALSE(isPale("Put a layer back"));
    close();
    ok("layer", {"skin"});
    open("View");
    CHECK_FALSE(isPale("Peel a layer away"));
    CHECK(isPale("Put a layer back"));
}

TEST_CASE_METHOD(Menu, "an item shows the keys that do the same")
{
    open("View");
    CHECK(shows("From the front 1"));
    CHECK(shows("Peel a layer away L"));
    CHECK(shows("Put a layer back Shift+L"));
    shortcuts.clear();
    frame();
    CHECK_FALSE(shows("Put a layer back Shift+L"));
}

TEST_CASE_METHOD(Menu, "the cut's menu opens inside the view's and marks the plane that cuts")
{
    const auto pickCut = [&](const std::string& item) {
        open("View");
        click("Cut");
        frame();
        frame();
        const Lines calls = click(item);
        close();
        return calls;
    };
    CHECK(pickCut("Sagittal") == Lines{"cut sagittal"});
    CHECK(pickCut("Remove the other half").empty());
    ok("cut", {"sagittal"});
    CHECK(pickCut("Remove the other half") == Lines{"flip-cut"});
    CHECK(pickCut("Move it back") == Lines{"move-cut -5"});
    CHECK(pickCut("Off") == Lines{"cut off"});
}

TEST_CASE_METHOD(Menu, "a switch that is on has a tick before its shortcut's end")
{
    const auto ticked = [&](const std::string& item) {
        const auto box = ui.find(item);
        REQUIRE(box);
        // The tick is drawn to the right of all words, in 13 pixels that are otherwise empty.
        const ImGuiWindow* menu = ui.windows().back();
        return ui.hasColour(colour::kInk, ImRect(menu->Pos.x + menu->Size.x - 30, box->Min.y - 2,
                                                 menu->Pos.x + menu->Size.x, box->Max.y + 2));
    };
    for (const bool on : {true, false}) {
        state.view.showKnots = on;
        state.view.showInset = !on;
        open("View");
        CHECK(ticked("Mark the knots") == on);
        CHECK(ticked("Whole body in a corner when close") == !on);
        close();
    }
}

TEST_CASE_METHOD(Menu, "faults are offered only where there are some")
{
    open("Help");
    CHECK_FALSE(shows("Faults in the data"));
    close();
    state.document.faults = {{"points.toml", 3, 1, "wrong"}};
    CHECK(pick("Help", "Faults in the data") == Lines{"open faults"});
}

TEST_CASE_METHOD(Menu, "without tables of builds the body cannot be changed")
{
    open("Body");
    CHECK(isPale("Female"));
    CHECK(isPale("Male"));
    CHECK(click("Female").empty());
    CHECK_FALSE(shows("Height"));
}
