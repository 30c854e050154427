// The movement of the shipped body into a position: solved beside the window, and nothing that
// stays the same is made again on the way.

#include "app/commands/animation.h"
#include "app/commands/command.h"
#include "app/commands/position_work.h"
#include "app/commands/scene_refresh.h"
#include "tests/support/shipped.h"

using namespace knotmap;
using namespace knotmap::app;

namespace {

/// The window's state over the shipped body, with no window.
struct Window
{
    CommandTable table;
    AppState state =
        makeState(std::shared_ptr<const Library>(&testing::shipped(), [](const Library*) {}), {});

    void ok(const std::string& id, Arguments arguments = {})
    {
        const auto error = table.run(state, {id, std::move(arguments)});
        INFO(id << ": " << (error ? error->message : ""));
        REQUIRE_FALSE(error);
    }
    void solved() { REQUIRE(takePosition(state, true)); }
};

} // namespace

TEST_CASE("the position is solved beside the window, which goes on standing meanwhile")
{
    Window window;
    AppState& state = window.state;
    window.ok("select-point", {"upper-trapezius-1"});
    window.ok("position", {"on"});
    REQUIRE(state.position.work);
    CHECK(state.view.showPosition);
    CHECK_FALSE(state.scene.pose);
    window.solved();
    CHECK(state.position.solved);
    CHECK(state.position.weight);
    CHECK(state.animations.posing);
}

TEST_CASE("on the way into a position no zone is painted and no part made again")
{
    Window window;
    AppState& state = window.state;
    window.ok("keep-zone", {"infraspinatus-1"});
    window.ok("cautions", {"on"});
    window.ok("select-point", {"gluteus-medius-1"});
    window.ok("position", {"on"});
    window.solved();
    REQUIRE(stepPosing(state, 1));
    const std::size_t made = state.sceneParts.made();
    const auto zone = state.scene.zone, kept = state.scene.keptZones[0];
    const auto caution = state.scene.caution;
    for (const double seconds : {1.2, 1.5, 1.8, 2.5})
        (void)stepPosing(state, seconds);
    CHECK(state.view.positionShare == 1);
    CHECK(state.scene.pose);
    CHECK(state.sceneParts.made() == made);
    CHECK(state.scene.zone == zone);
    CHECK(state.scene.keptZones[0] == kept);
    CHECK(state.scene.caution == caution);
}

TEST_CASE("a point chosen while another's position is solved gets its own")
{
    Window window;
    AppState& state = window.state;
    window.ok("select-point", {"gluteus-medius-1"});
    window.ok("position", {"on"});
    window.ok("select-point", {"infraspinatus-1"});
    CHECK_FALSE(state.view.showPosition);
    window.ok("position", {"on"});
    window.solved();
    CHECK_FALSE(state.position.work);
    REQUIRE(state.position.solved);
    const auto own = state.position.solved;
    window.ok("position", {"off"});
    window.ok("position", {"on"});
    CHECK(state.position.solved == own);
}

TEST_CASE("showing a position is undone and done again")
{
    Window window;
    AppState& state = window.state;
    window.ok("motion", {"off"});
    window.ok("select-point", {"gluteus-medius-1"});
    const scene::Camera before = state.scene.camera;
    window.ok("position", {"on"});
    window.solved();
    REQUIRE(state.scene.pose);
    window.ok("undo");
    CHECK(state.panels.message->text == "Undone: showing the position");
    CHECK_FALSE(state.scene.pose);
    CHECK(state.scene.camera.distanceMm == before.distanceMm);
    window.ok("redo");
    CHECK(state.scene.pose);
    CHECK(state.view.positionShare == 1);
    window.ok("undo");
    window.ok("undo");
    CHECK(state.selectedPoint() == nullptr);
    window.ok("redo");
    window.ok("redo");
    window.solved();
    CHECK(state.scene.pose);
}

TEST_CASE("a position that is left before it is solved leaves the body standing")
{
    Window window;
    AppState& state = window.state;
    window.ok("select-point", {"gluteus-medius-1"});
    window.ok("position", {"on"});
    window.ok("position", {"off"});
    CHECK_FALSE(state.animations.posing);
    window.solved();
    REQUIRE(state.position.solved);
    CHECK_FALSE(stepPosing(state, 1));
    CHECK_FALSE(state.scene.pose);
    CHECK(state.view.positionShare == 0);
}

TEST_CASE("undo keeps the camera it restored though another position is still being solved")
{
    Window window;
    AppState& state = window.state;
    window.ok("motion", {"off"});
    window.ok("select-point", {"gluteus-medius-1"});
    window.ok("position", {"on"});
    window.solved();
    window.ok("view", {"front"});
    const scene::Camera front = state.scene.camera;
    window.ok("select-point", {"infraspinatus-1"});
    window.ok("position", {"on"});
    REQUIRE(state.position.work);
    window.ok("undo");
    window.ok("undo");
    window.solved();
    CHECK(state.selectedPoint()->point->id == "gluteus-medius-1");
    CHECK(state.scene.pose);
    CHECK(state.scene.camera.target == front.target);
    CHECK(state.scene.camera.yawDeg == front.yawDeg);
}
