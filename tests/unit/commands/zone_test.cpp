#include "app/commands/pulse.h"
#include "app/commands/scene_refresh.h"
#include "app/model/legend.h"
#include "tests/unit/commands/fixture.h"

#include <catch2/catch.hpp>

using namespace knotmap;
using namespace knotmap::app;
using testing::contains;
using testing::Fixture;

TEST_CASE_METHOD(Fixture, "a kept zone stays beside the next one in a hue of its own")
{
    ok("select-point", {"upper-one-1"});
    ok("keep-zone");
    // It is the selected one's own: not drawn twice.
    CHECK(state.scene.keptZones[0] == nullptr);
    ok("select-point", {"upper-one-1.left"});
    REQUIRE(state.scene.keptZones[0]);
    CHECK(state.scene.keptZones[0]->edgeDistance != state.scene.zone->edgeDistance);
    const auto rows =
        legendRows(*state.document.library, state.document.points, sceneRequestOf(state));
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].hue == 0);
    CHECK(contains(rows[0].text, "left"));
    CHECK(rows[1].hue == 1);
    CHECK(contains(rows[1].text, "right"));
    ok("clear");
    CHECK(state.scene.zone == nullptr);
    CHECK(state.scene.keptZones[0]);
}

TEST_CASE_METHOD(Fixture, "a zone let go leaves the others their hues")
{
    ok("keep-zone", {"upper-one-1"});
    ok("keep-zone", {"upper-one-1.left"});
    ok("keep-zone", {"upper-one-1"});
    CHECK(state.scene.keptZones[0] == nullptr);
    CHECK(state.scene.keptZones[1]);
    ok("drop-zones");
    CHECK(state.scene.keptZones[1] == nullptr);
}

TEST_CASE_METHOD(Fixture, "what cannot be kept is refused with the reason")
{
    CHECK(contains(refusal("keep-zone"), "no knot is selected"));
    CHECK(contains(refusal("keep-zone", {"uper-one-1"}), "upper-one-1"));
    ok("keep-zone", {"upper-one-1"});
    ok("keep-zone", {"upper-one-1.left"});
    ok("keep-zone", {"deep-one-1"});
    CHECK(contains(refusal("keep-zone", {"deep-one-1.left"}), "3 zones are already kept"));
    CHECK(state.document.keptZones[2]);
}

TEST_CASE_METHOD(Fixture, "a knot that sends no pain is shown without zone, way or legend")
{
    auto library = std::make_shared<Library>(*state.document.library);
    referral::Point& point = library->referral.points.front();
    point.local = true;
    point.strokes.clear();
    state = makeState(library, {});
    state.animations.enabled = true;
    ok("select-point", {"upper-one-1"});
    REQUIRE(state.scene.zone);
    for (const glm::vec2& edge : state.scene.zone->edgeDistance) {
        REQUIRE(edge.x > 0);
        REQUIRE(edge.y > 0);
    }
    CHECK(state.scene.zone->dots.empty());
    CHECK_FALSE(state.scene.pulse);
    CHECK(state.scene.selectedKnot);
    CHECK(
        legendRows(*state.document.library, state.document.points, sceneRequestOf(state)).empty());
    CHECK(contains(refusal("pulse"), "sends no pain"));
    CHECK(contains(refusal("keep-zone"), "sends no pain"));
    CHECK(contains(refusal("keep-zone", {"upper-one-1.left"}), "sends no pain"));
    ok("best-view");
    ok("position", {"on"});
    ok("best-view");
}

TEST_CASE_METHOD(Fixture, "a pulse runs from knot to zone once and leaves the picture as it was")
{
    state.animations.enabled = true;
    ok("select-point", {"upper-one-1", "stay"});
    REQUIRE(state.scene.pulse);
    CHECK(state.scene.pulse->path->coordinates.size() == state.atlas().skin.mesh.positions.size());
    CHECK(stepPulse(state, 10));
    CHECK(stepPulse(state, 10.3));
    const float early = state.scene.pulse->reachedMm;
    CHECK(stepPulse(state, 10.5));
    CHECK(state.scene.pulse->reachedMm > early);
    CHECK_FALSE(stepPulse(state, 12));
    CHECK_FALSE(state.scene.pulse);
    CHECK_FALSE(stepPulse(state, 13));
    ok("pulse");
    CHECK(state.scene.pulse);
    ok("clear");
    CHECK_FALSE(state.scene.pulse);
}

TEST_CASE_METHOD(Fixture, "the pulse waits until the camera is there")
{
    state.animations.enabled = true;
    ok("select-point", {"upper-one-1"});
    REQUIRE(state.animations.camera);
    CHECK(stepPulse(state, 10));
    CHECK(stepPulse(state, 20));
    CHECK(state.scene.pulse->reachedMm == 0);
    state.animations.camera.reset();
    CHECK(stepPulse(state, 30));
    CHECK(stepPulse(state, 30.4));
    CHECK(state.scene.pulse->reachedMm > 0);
}

TEST_CASE_METHOD(Fixture, "with motion off nothing runs")
{
    state.animations.enabled = false;
    ok("select-point", {"upper-one-1"});
    CHECK_FALSE(state.scene.pulse);
    CHECK(contains(refusal("pulse"), "motion is off"));
}

TEST_CASE_METHOD(Fixture, "without the tool its place on the skin is seen")
{
    ok("select-point", {"upper-one-1"});
    ok("tool", {"off"});
    CHECK_FALSE(state.scene.tool);
    CHECK_FALSE(state.scene.arrow);
    ok("tool", {"toggle"});
    CHECK(state.scene.tool);
}
