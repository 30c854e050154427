#include "tests/unit/panels/fixture.h"

using namespace knotmap;
using namespace knotmap::app;
using testing::Lines;
using testing::PanelFixture;

TEST_CASE_METHOD(PanelFixture, "a click on a row of the list selects that knot on the list's side")
{
    CHECK(click("Front edge") == Lines{"select-point upper-one-1.right"});
    CHECK(click("M\xC3\xBCller's corner") == Lines{"select-point upper-one-2.right"});
    CHECK(click("Outer edge") == Lines{"select-point deep-one-1.right"});
    ok("side", {"left"});
    show();
    CHECK(click("Outer edge") == Lines{"select-point deep-one-1.left"});
}

TEST_CASE_METHOD(PanelFixture, "a row is wide: it takes clicks beside its words too")
{
    const auto words = ui.find("Front edge");
    REQUIRE(words);
    const ImVec2 beside{layout.left.width - 30, words->GetCenter().y};
    CHECK(clickAt(beside) == Lines{"select-point upper-one-1.right"});
}

TEST_CASE_METHOD(PanelFixture, "rows stand under their muscle with the knot's number before them")
{
    CHECK(before("Upper one", "Front edge"));
    CHECK(before("Front edge", "M\xC3\xBCller's corner"));
    CHECK(before("Deep one", "Outer edge"));
    CHECK(shows("1 Front edge"));
    CHECK(shows("2 M\xC3\xBCller's corner"));
}

TEST_CASE_METHOD(PanelFixture, "grouped by pain each row names its muscle")
{
    panel = drawLeftPanel;
    show();
    CHECK_FALSE(shows("Upper one: Front edge"));
    CHECK(click("By pain") == Lines{"group-by pain"});
    follow("By pain");
    CHECK(shows("Upper one: Front edge"));
    CHECK(before(state.panels.list.front().title, "Upper one: Front edge"));
    CHECK(click("By muscle") == Lines{"group-by muscle"});
}

TEST_CASE_METHOD(PanelFixture, "the switches of the list say what they do")
{
    panel = drawLeftPanel;
    show();
    CHECK(click("Left") == Lines{"side left"});
    CHECK(click("Right") == Lines{"side right"});
    CHECK(click("Where does it hurt?") == Lines{"tab pain"});
    CHECK(click("Knots") == Lines{"tab knots"});
}

TEST_CASE_METHOD(PanelFixture, "the selected row is marked, and so is the one at the cursor")
{
    panel = drawLeftPanel;
    show();
    const auto marked = [&](const std::string& row, const ImVec4& colour) {
        const auto words = ui.find(row);
        REQUIRE(words);
        return ui.hasColour(colour, ImRect(0, words->Min.y - 8, words->Min.x, words->Max.y + 8));
    };
    CHECK_FALSE(marked("Outer edge", colour::kChosen));
    select("deep-one-1");
    CHECK(marked("Outer edge", colour::kChosen));
    CHECK_FALSE(marked("Front edge", colour::kChosen));
    // The frame around the cursor's row ends at the panel's right edge.
    const auto framed = [&](const std::string& row) {
        const auto words = ui.find(row);
        return ui.hasColour(colour::kInkSoft, ImRect(layout.left.width - 40, words->Min.y - 8,
                                                     layout.left.width, words->Min.y + 6));
    };
    CHECK_FALSE(framed("M\xC3\xBCller's corner"));
    ok("list-move", {"2"});
    show();
    CHECK(framed("M\xC3\xBCller's corner"));
    CHECK_FALSE(framed("Front edge"));
}

TEST_CASE_METHOD(PanelFixture, "what is typed into the search is searched for")
{
    CHECK(shows("Muscle or area, such as temple"));
    click("Muscle or area, such as temple");
    ui.type("deep");
    CHECK(testing::written(frame()) == Lines{"search deep"});
    ok("search", {"deep"});
    show();
    CHECK(shows("Outer edge"));
    CHECK_FALSE(shows("Front edge"));
}

TEST_CASE_METHOD(PanelFixture, "the search takes the keys when it is asked to")
{
    ok("focus-search");
    frame();
    state.requests.focusSearch = false;
    frame();
    ui.type("x");
    CHECK(testing::written(frame()) == Lines{"search x"});
}

TEST_CASE_METHOD(PanelFixture, "a search that finds nothing says so and offers all knots again")
{
    ok("search", {"no such muscle"});
    show();
    CHECK(shows("No knot matches \"no such muscle\""));
    CHECK(click("Show all knots") == Lines{"search"});
    ok("search", {std::string(150, 'x')});
    show();
    CHECK(shows("No knot matches \"" + std::string(60, 'x') + "\""));
}

TEST_CASE_METHOD(PanelFixture, "a library without points sends one to the faults")
{
    change([](Library& library) { library.referral.points.clear(); });
    CHECK(shows("No knots could be read from the data."));
    CHECK_FALSE(shows("Show all knots"));
}

TEST_CASE_METHOD(PanelFixture, "a row that becomes the selected one is scrolled into sight")
{
    change([](Library& library) {
        for (int i = 2; i < 90; ++i) {
            referral::Point point = library.referral.points.back();
            point.id = "deep-one-" + std::to_string(i);
            point.label = "Row " + std::to_string(i) + ".";
            library.referral.points.push_back(point);
        }
    });
    panel = drawLeftPanel;
    show();
    CHECK_FALSE(shows("Row 88."));
    select("deep-one-88");
    CHECK(shows("Row 88."));
    CHECK_FALSE(shows("Front edge"));
    // Without another selection it stays where one scrolls it.
    state.document.selection = {};
    ok("list-move", {"1"});
    show();
    CHECK(shows("Front edge"));
}
