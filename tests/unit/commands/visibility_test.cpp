// Peeling layer by layer, and hiding, ghosting and isolating individual structures.

#include "app/commands/animation.h"
#include "tests/unit/commands/fixture.h"

#include <algorithm>

using namespace knotmap;
using namespace knotmap::app;
using testing::contains;

namespace {

struct Seen : testing::Fixture
{
    float opacity(std::string_view id, core::Side side = core::Side::Right) const
    {
        return state.scene.appearances[*state.atlas().findInstance(id, side)].opacity;
    }
    bool knotShown(std::string_view point) const
    {
        return state.scene.knots[*findPlacedPoint(state, point, core::Side::Right)].shown;
    }
};

} // namespace

TEST_CASE_METHOD(Seen, "between two layers the upper one fades, and the skin with it")
{
    ok("peel", {"1"});
    CHECK(opacity("upper-one") == 1);
    const float skin = state.scene.skinOpacity;
    ok("peel", {"1.25"});
    CHECK(opacity("upper-one") == Approx(0.75));
    CHECK(opacity("deep-one") == 1);
    CHECK(state.scene.skinOpacity < skin);
    ok("peel", {"3.5"});
    CHECK(opacity("upper-one") == 0);
    CHECK(opacity("deep-one") == Approx(0.5));
    CHECK(contains(refusal("peel", {"5"}), "0 to 4"));
}

TEST_CASE_METHOD(Seen, "with motion on, a layer fades in steps and arrives")
{
    ok("motion", {"on"});
    ok("layer", {"bone"});
    CHECK(state.view.layer == anatomy::Layer::Bone);
    CHECK(opacity("deep-one") == 1);
    CHECK(stepPeeling(state, 5.0));
    CHECK(stepPeeling(state, 5.16));
    CHECK(state.view.peel > 1);
    CHECK(state.view.peel < 4);
    CHECK_FALSE(stepPeeling(state, 6.0));
    CHECK(state.view.peel == 4);
    CHECK(opacity("deep-one") == 0);
    CHECK_FALSE(stepPeeling(state, 7.0));
}

TEST_CASE_METHOD(Seen, "what is hidden goes with its knots and its selection, and comes back")
{
    ok("select-structure", {"upper-one"});
    ok("hide");
    CHECK(opacity("upper-one") == 0);
    CHECK(opacity("upper-one", core::Side::Left) == 1);
    CHECK_FALSE(knotShown("upper-one-1"));
    CHECK(knotShown("deep-one-1"));
    CHECK(state.document.selection.what == Selection::What::Nothing);
    CHECK(contains(refusal("hide"), "nothing is selected"));
    ok("show", {"upper-one"});
    CHECK(opacity("upper-one") == 1);
    CHECK(knotShown("upper-one-1"));
    CHECK(state.view.visibility.empty());
}

TEST_CASE_METHOD(Seen, "a ghost is made whole again by the same command, whole groups too")
{
    ok("ghost", {"group:neck"});
    CHECK(opacity("upper-one") < 0.5F);
    CHECK(opacity("upper-one", core::Side::Left) < 0.5F);
    CHECK(opacity("deep-one") == 1);
    ok("ghost", {"group:neck"});
    CHECK(opacity("upper-one") == 1);
    CHECK(contains(refusal("ghost", {"group:nek"}), "neck"));
    CHECK(contains(refusal("hide", {"uper-one"}), "upper-one"));
}

TEST_CASE_METHOD(Seen, "one structure is shown alone, and all again")
{
    ok("layer", {"deep"});
    ok("isolate", {"deep-one"});
    CHECK(opacity("deep-one") == 1);
    CHECK(opacity("deep-one", core::Side::Left) == 0);
    ok("show-all");
    CHECK(opacity("deep-one", core::Side::Left) == 1);
}

TEST_CASE_METHOD(Seen, "names are switched on and off in two languages")
{
    ok("labels", {"toggle"});
    CHECK(state.view.labels == Labels::English);
    ok("labels", {"latin"});
    CHECK(state.view.labels == Labels::Latin);
    ok("labels", {"off"});
    CHECK(state.view.labels == Labels::Off);
    CHECK(contains(refusal("labels", {"lattin"}), "latin"));
}

TEST_CASE_METHOD(Seen, "a pair is named once, and what is lifted out before all else")
{
    const auto upper = *state.atlas().findInstance("upper-one", core::Side::Right);
    const auto mirrored = *state.atlas().findInstance("upper-one", core::Side::Left);
    const auto deep = *state.atlas().findInstance("deep-one", core::Side::Left);
    state.scene.appearances[deep] = {1, 1};
    const std::vector<scene::VisibleInstance> visibleInstances{
        {upper, 0.02F, {-60, 20, 0}}, {mirrored, 0.02F, {60, 20, 0}}, {deep, 0.01F, {60, -100, 0}}};
    const auto measure = [](const std::string& text) { return glm::vec2(7 * text.size(), 12); };
    state.scene.camera.target = {0, 0, 0};
    const auto requests =
        labelRequests(state.scene, visibleInstances, Labels::Latin, {900, 600}, measure);
    REQUIRE(requests.size() == 2);
    const auto heaviest =
        std::max_element(requests.begin(), requests.end(),
                         [](const scene::LabelRequest& a, const scene::LabelRequest& b) {
                             return a.weight < b.weight;
                         });
    CHECK(heaviest->text == "Musculus profundus");
    CHECK(labelRequests(state.scene, visibleInstances, Labels::Off, {900, 600}, measure).empty());
}
