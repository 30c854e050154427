// Undo and redo of whatever a user changes on the picture.

#include "app/commands/undo.h"
#include "tests/unit/commands/fixture.h"

using namespace knotmap;
using namespace knotmap::app;
using testing::contains;

namespace {

struct Undoing : testing::Fixture
{
    std::string undone()
    {
        ok("undo");
        return state.panels.message ? state.panels.message->text : "";
    }
    std::string redone()
    {
        ok("redo");
        return state.panels.message ? state.panels.message->text : "";
    }
};

} // namespace

TEST_CASE_METHOD(Undoing, "each change of the picture is undone in turn and says what it was")
{
    const scene::Camera start = state.scene.camera;
    ok("select-structure", {"upper-one.left"});
    ok("hide", {"deep-one"});
    ok("layer", {"deep"});
    ok("skin-opacity", {"70"});
    ok("keep-zone", {"upper-one-1"});
    ok("cut", {"frontal"});
    ok("labels", {"latin"});
    ok("view", {"back"});

    CHECK(undone() == "Undone: moving the view");
    CHECK(state.scene.camera.yawDeg == start.yawDeg);
    CHECK(undone() == "Undone: changing what is marked");
    CHECK(state.view.labels == Labels::Off);
    CHECK(undone() == "Undone: opening the cut");
    CHECK_FALSE(state.scene.cut);
    CHECK(undone() == "Undone: keeping a zone");
    CHECK_FALSE(state.scene.keptZones[0]);
    CHECK(undone() == "Undone: changing the skin's opacity");
    CHECK_FALSE(state.view.skinOpacity);
    CHECK(undone() == "Undone: peeling to deep");
    CHECK(state.view.layer == anatomy::Layer::Superficial);
    CHECK(state.view.peel == peelOf(anatomy::Layer::Superficial));
    CHECK(undone() == "Undone: hiding structures");
    CHECK(state.view.visibility.empty());
    CHECK(undone() == "Undone: selecting Upper one, left");
    CHECK(state.document.selection.what == Selection::What::Nothing);
    CHECK(contains(refusal("undo"), "nothing to undo"));
}

TEST_CASE_METHOD(Undoing, "what was undone is done again, until something else is done")
{
    ok("select-point", {"upper-one-1.left"});
    ok("ghost", {"deep-one"});
    ok("undo");
    ok("undo");
    CHECK(state.selectedPoint() == nullptr);
    CHECK(redone() == "Redone: selecting Upper one 1, left");
    REQUIRE(state.selectedPoint() != nullptr);
    CHECK(state.document.side == core::Side::Left);
    CHECK(state.scene.zone);
    CHECK(redone() == "Redone: making structures transparent");
    CHECK_FALSE(state.view.visibility.empty());
    CHECK(contains(refusal("redo"), "nothing to redo"));
    ok("undo");
    ok("view", {"front"});
    CHECK(contains(refusal("redo"), "nothing to redo"));
}

TEST_CASE_METHOD(Undoing,
                 "a slider that is dragged is one step, two drags with another change between two")
{
    for (const char* depth : {"1.2", "1.6", "2.4"})
        ok("peel", {depth});
    ok("orbit", {"20", "0"});
    for (const char* depth : {"2.8", "3.1"})
        ok("peel", {depth});
    ok("undo");
    CHECK(state.view.peel == Approx(2.4));
    ok("undo");
    ok("undo");
    CHECK(state.view.peel == 1);
    CHECK(contains(refusal("undo"), "nothing to undo"));
}

TEST_CASE_METHOD(Undoing, "what does not change the picture, or fails, is no step")
{
    ok("search", {"upper"});
    ok("open", {"about"});
    ok("close");
    ok("hurt", {"temple"});
    ok("layer", {"superficial"});
    (void)refusal("select-point", {"nothing-1"});
    CHECK(nextUndo(state).empty());
}

TEST_CASE_METHOD(Undoing, "undo in the middle of a move goes back to where it began")
{
    const scene::Camera start = state.scene.camera;
    ok("motion", {"on"});
    ok("view", {"back"});
    REQUIRE(state.animations.camera);
    ok("undo");
    REQUIRE(state.animations.camera);
    CHECK(state.animations.camera->to.yawDeg == start.yawDeg);
    CHECK(nextRedo(state) == "moving the view");
}

TEST_CASE_METHOD(Undoing, "no more steps are kept than the history holds")
{
    for (std::size_t i = 0; i < 2 * kMaxHistory; ++i)
        ok("orbit", {"3", "0"});
    CHECK(state.history.undo.size() == kMaxHistory);
}
