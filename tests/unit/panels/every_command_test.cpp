#include "tests/unit/panels/fixture.h"

#include <set>

using namespace knotmap;
using namespace knotmap::app;
using testing::FoundWidget;
using testing::PanelFixture;

namespace {

using DrawPanel = void (*)(const PanelContext&);

constexpr DrawPanel kPanels[] = {drawLeftPanel, drawRightPanel, drawBottomBar,  drawStepStrip,
                                 drawLegend,    drawNotices,    drawPanelEdges, drawDialogs};

/// Clicks everything that can be clicked, and checks the resulting commands against the table.
struct Clicker : PanelFixture
{
    std::set<std::string> asked;

    void check(const std::vector<CommandCall>& calls)
    {
        AppState copy = state;
        for (const CommandCall& call : calls) {
            INFO(call.text());
            CHECK_FALSE(table.check(call));
            const auto error = table.run(copy, call);
            INFO((error ? error->message : ""));
            CHECK_FALSE(error);
            asked.insert(call.id);
        }
    }
    /// The bounding box of everything that was drawn.
    ImRect drawnBox() const
    {
        ImRect box(FLT_MAX, FLT_MAX, -FLT_MAX, -FLT_MAX);
        for (const testing::DrawnLetter& letter : ui.letters())
            box.Add(letter.box);
        // Widgets without words are closer than this to those with some.
        box.Expand(40);
        return box;
    }
    std::vector<FoundWidget> widgets(ImRect box)
    {
        box.ClipWith(ImRect({0, 0}, ui.size()));
        return ui.widgetsIn(box, [&] { frame(); });
    }
    void clickPanels()
    {
        for (const DrawPanel each : kPanels) {
            panel = each;
            show();
            const ImRect edges(layout.left.width - 4, 100, layout.right.x + 4, 105);
            for (const FoundWidget& widget : widgets(each == drawPanelEdges ? edges : drawnBox())) {
                check(callsOfClick(widget.at));
                ImGui::ClearActiveID();
                show();
            }
        }
    }
    static void closeMenus() { ImGui::GetCurrentContext()->OpenPopupStack.resize(0); }
    void openMenu(const std::vector<std::string>& path)
    {
        closeMenus();
        show();
        for (const std::string& name : path) {
            click(name);
            frame();
            frame();
        }
    }
    void clickMenus()
    {
        panel = drawMenuBar;
        const std::vector<std::vector<std::string>> menus = {{"File"},        {"Edit"}, {"View"},
                                                             {"View", "Cut"}, {"Body"}, {"Help"}};
        for (const auto& path : menus) {
            openMenu(path);
            const ImRect menu = ui.windows().back()->Rect();
            for (const FoundWidget& widget : widgets(menu)) {
                openMenu(path);
                check(callsOfClick(widget.at));
            }
        }
        closeMenus();
    }
};

/// A state in which panels show something.
struct Situation
{
    const char* name;
    void (*make)(PanelFixture&);
};

const std::vector<Situation> kSituations = {
    {"at the start", [](PanelFixture& f) { f.state.panels.noteDismissed = false; }},
    {"a pressed knot",
     [](PanelFixture& f) {
         f.ok("select-point", {"upper-one-1.left"});
         f.state.animations.enabled = true;
     }},
    {"a knot not to be pressed", [](PanelFixture& f) { f.ok("select-point", {"deep-one-1"}); }},
    {"a knot without a zone", [](PanelFixture& f) { f.ok("select-point", {"upper-one-2.left"}); }},
    {"a muscle, another one hidden",
     [](PanelFixture& f) {
         f.ok("hide", {"deep-one"});
         f.ok("select-structure", {"upper-one.left"});
         f.ok("cut", {"sagittal"});
     }},
    {"where it hurts",
     [](PanelFixture& f) {
         f.ok("hurt", {"temple.right"});
         f.ok("hurt", {"sternum"});
     }},
    {"a search without result", [](PanelFixture& f) { f.ok("search", {"zzz"}); }},
    {"kept zones, a message and faults",
     [](PanelFixture& f) {
         f.ok("keep-zone", {"upper-one-1"});
         f.ok("keep-zone", {"deep-one-1.left"});
         f.ok("group-by", {"pain"});
         f.state.panels.message = Message{"Saved.", false};
         f.state.document.faults = {{"points.toml", 1, 1, "wrong"}};
     }},
    {"the picture's dialog", [](PanelFixture& f) { f.ok("open", {"save-picture"}); }},
    {"the facts", [](PanelFixture& f) { f.ok("open", {"before-you-start"}); }},
};

/// Every command that the panels offer, except those of the body's build: the small library has no
/// tables of builds.
const std::set<std::string> kOfPanels = {"best-view",    "cautions",
                                         "close",        "cut",
                                         "dismiss",      "drop-zones",
                                         "flip-cut",     "focus",
                                         "full-screen",  "ghost",
                                         "group-by",     "hide",
                                         "hurt",         "hurt-clear",
                                         "inset",        "isolate",
                                         "keep-zone",    "knots",
                                         "labels",       "layer",
                                         "layer-deeper", "layer-shallower",
                                         "look-at-cut",  "motion",
                                         "move-cut",     "open",
                                         "peel",         "position",
                                         "pulse",        "quit",
                                         "save-picture", "save-turntable",
                                         "search",       "select-point",
                                         "show-all",     "side",
                                         "skin-opacity", "starting-pose",
                                         "tab",          "tool",
                                         "undo",         "view",
                                         "weight"};

} // namespace

TEST_CASE("every click requests an existing command with valid arguments that can be run")
{
    std::set<std::string> asked;
    for (const Situation& situation : kSituations) {
        INFO(situation.name);
        Clicker clicker;
        clicker.ui.resize(1280, 1700);
        situation.make(clicker);
        clicker.show();
        clicker.clickPanels();
        clicker.clickMenus();
        asked.merge(clicker.asked);
    }
    std::set<std::string> missing;
    for (const std::string& id : kOfPanels)
        if (asked.count(id) == 0)
            missing.insert(id);
    CHECK(missing == std::set<std::string>());
}

TEST_CASE("typed words are searched for by commands that exist")
{
    PanelFixture fixture;
    const CommandTable table;
    for (const char* tab : {"knots", "pain"}) {
        fixture.ok("tab", {tab});
        fixture.ok("focus-search");
        fixture.frame();
        fixture.state.requests.focusSearch = false;
        fixture.frame();
        fixture.ui.type("a b");
        const auto calls = fixture.frame();
        REQUIRE(calls.size() == 1);
        CHECK_FALSE(table.check(calls[0]));
        CHECK(calls[0].arguments == Arguments{"a b"});
        ImGui::ClearActiveID();
    }
}
