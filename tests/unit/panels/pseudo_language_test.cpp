// The window in the pseudo-language, whose texts are 40 per cent longer than the English ones.

#include "app/model/texts.h"
#include "engine/words/tr.h"
#include "tests/unit/panels/fixture.h"

#include <fstream>
#include <sstream>

using namespace knotmap;
using namespace knotmap::app;
using testing::PanelFixture;

namespace {

words::Catalogue pseudoLanguage()
{
    std::ostringstream bytes;
    bytes << std::ifstream(KNOTMAP_PSEUDO_CATALOGUE, std::ios::binary).rdbuf();
    const auto catalogue = words::Catalogue::parse(bytes.str());
    REQUIRE(catalogue);
    return *catalogue;
}

struct InUse
{
    words::Catalogue catalogue = pseudoLanguage();
    words::UseCatalogue use{catalogue};
};

/// The smallest window that Knotmap is made for.
struct Pseudo : InUse, PanelFixture
{
    Pseudo()
    {
        shortcuts = allShortcuts();
        ui.resize(1280, 720);
        state = makeState(translated(testing::panelLibrary()), {});
        state.animations.enabled = false;
        show();
    }
    void checkNothingCut(const std::string& what)
    {
        show();
        INFO(what);
        CHECK(cutOff() == "");
    }
    /// Draws the window at every height that its panels can be scrolled to.
    void checkPanels(const std::string& what)
    {
        checkNothingCut(what);
        ui.resize(1280, 2400);
        checkNothingCut(what + ", all of it");
        ui.resize(1280, 720);
    }
};

} // namespace

TEST_CASE_METHOD(Pseudo, "the pseudo-language is shown, accents and all")
{
    CHECK(shows(tr("Select a knot")));
    CHECK(std::string(tr("Select a knot")) != "Select a knot");
}

TEST_CASE_METHOD(Pseudo, "at 1280 x 720 no panel cuts a word off in the pseudo-language")
{
    checkPanels("the note at the start");
    state.panels.noteDismissed = true;
    checkPanels("the start");
    state.document.faults = {{"points.toml", 3, 7, "no muscle is called 'psoaz'"}};
    checkPanels("faults in the data");
    state.document.faults.clear();
    ok("tab", {"pain"});
    checkPanels("where it hurts");
    ok("hurt", {"temple"});
    checkPanels("a place that hurts");
    ok("tab", {"knots"});
    for (const char* point : {"upper-one-1", "upper-one-2", "deep-one-1"}) {
        select(point);
        checkPanels(point);
    }
    select("upper-one-1");
    state.view.showPosition = true;
    state.view.positionShare = 1;
    checkPanels("the position");
    ok("select-structure", {"upper-one"});
    checkPanels("a muscle");
    ok("search", {"xyzzy"});
    checkPanels("a search without a result");
}

TEST_CASE_METHOD(Pseudo, "at 1280 x 720 no dialog cuts a word off in the pseudo-language")
{
    state.panels.noteDismissed = true;
    state.document.faults = {{"points.toml", 3, 7, "no muscle is called 'psoaz'"}};
    for (const char* dialog :
         {"shortcuts", "about", "before-you-start", "faults", "save-picture"}) {
        ok("open", {dialog});
        checkNothingCut(dialog);
        ok("close");
    }
}

TEST_CASE_METHOD(Pseudo, "at 1280 x 720 every menu has its words in the pseudo-language")
{
    state.panels.noteDismissed = true;
    for (const char* menu : {"File", "View", "Body", "Help"}) {
        click(tr(menu));
        frame();
        checkNothingCut(menu);
        ImGui::GetCurrentContext()->OpenPopupStack.resize(0);
    }
}
