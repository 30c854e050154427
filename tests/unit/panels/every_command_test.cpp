#include "tests/unit/panels/fixture.h"

#include <chrono>
#include <set>

using namespace knotmap;
using namespace knotmap::app;
using testing::FoundWidget;
using testing::PanelFixture;

namespace {

/// A state in which panels show something of their own.
struct Situation
{
    const char* name;
    void (*make)(PanelFixture&);
    std::set<std::string> asks; ///< commands that something clicked there must ask for
};

const std::vector<Situation> kSituations = {
    {"at the start",
     [](PanelFixture& fixture) { fixture.state.noteDismissed = false; },
     {"tab", "search", "group-by", "side", "select-point", "open", "dismiss", "layer", "peel",
      "view", "skin-opacity"}},
};

} // namespace

TEST_CASE("every widget of every panel asks for a command that exists and can be run")
{
    for (const Situation& situation : kSituations) {
        PanelFixture fixture;
        situation.make(fixture);
        fixture.makeTall();
        auto t0 = std::chrono::steady_clock::now();
        std::size_t n = 0;
        for (ImGuiWindow* window : fixture.ui.windows()) {
            auto w = fixture.ui.widgetsIn(window->OuterRectClipped, [&] { fixture.frame(); });
            n += w.size();
            printf("%s %zu %f\n", window->Name, w.size(),
                   std::chrono::duration<double>(std::chrono::steady_clock::now() - t0).count());
        }
        printf("%s\n", fixture.ui.words().c_str());
    }
}
