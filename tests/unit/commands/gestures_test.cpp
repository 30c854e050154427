#include "app/commands/animation.h"
#include "app/commands/gestures.h"
#include "app/commands/scene_refresh.h"
#include "app/commands/undo.h"
#include "tests/unit/commands/small_library.h"

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>

using namespace knotmap;
using namespace knotmap::app;

namespace {

AppState facingFront()
{
    AppState state = makeState(testing::smallLibrary(), {});
    state.window.viewSize = {400, 400};
    state.window.aspect = 1;
    state.scene.camera = scene::Camera{};
    state.scene.camera.target = {0, 0, 0};
    state.scene.camera.distanceMm = 1000;
    return state;
}

/// The position of a point in the picture, in pixels.
glm::vec2 seenAt(const AppState& state, const glm::vec3& position)
{
    const scene::Camera& camera = state.scene.camera;
    const glm::vec4 clip = camera.projection(1) * camera.view() * glm::vec4(position, 1);
    return {(clip.x / clip.w + 1) * 200, (1 - clip.y / clip.w) * 200};
}

scene::Pick picked(scene::Pick::What what, std::uint32_t index)
{
    scene::Pick pick;
    pick.what = what;
    pick.index = index;
    return pick;
}

} // namespace

TEST_CASE("a drag rotates about the point under the pointer, which stays there")
{
    AppState state = facingFront();
    const glm::vec3 pivot(60, 40, 150);
    const glm::vec2 before = seenAt(state, pivot);
    dragOrbit(state, pivot, {50, -20});
    CHECK(state.scene.camera.yawDeg < 0);
    CHECK(glm::distance(seenAt(state, pivot), before) < 0.1F);
}

TEST_CASE("a pan moves what was grabbed with the pointer")
{
    AppState state = facingFront();
    const glm::vec3 pivot(20, -30, 150);
    const glm::vec2 before = seenAt(state, pivot);
    dragPan(state, pivot, {40, 25});
    CHECK(glm::distance(seenAt(state, pivot), before + glm::vec2(40, 25)) < 1.0F);
}

TEST_CASE("the wheel zooms towards the point under the pointer")
{
    AppState state = facingFront();
    const glm::vec3 pivot(60, 40, 150);
    const glm::vec2 before = seenAt(state, pivot);
    wheelZoom(state, pivot, 2);
    CHECK(state.scene.camera.distanceMm < 800);
    CHECK(glm::distance(seenAt(state, pivot), before) < 0.1F);
    wheelZoom(state, pivot, -2);
    CHECK(state.scene.camera.distanceMm == Approx(1000).margin(1));
}

TEST_CASE("a gesture ends a move and can be undone")
{
    AppState state = facingFront();
    tweenCamera(state, scene::Camera{});
    REQUIRE(state.animations.camera);
    const std::size_t views = state.history.undo.size();
    beginGesture(state);
    CHECK_FALSE(state.animations.camera);
    CHECK(state.history.undo.size() == views + 1);
    dragOrbit(state, {0, 0, 0}, {40, 0});
    CHECK_FALSE(undo(state));
    CHECK(state.animations.camera);
    CHECK(nextRedo(state) == "moving the view");
}

TEST_CASE("a click selects a trigger point, then a structure, and beside the body nothing")
{
    using What = scene::Pick::What;
    AppState state = facingFront();
    const scene::Ray ray = rayAt(state, {200, 200});
    const auto knot = clickOn(state, picked(What::Knot, 1), ray);
    REQUIRE(knot);
    CHECK(knot->command == "select-point");
    CHECK(knot->arguments == Arguments{state.document.points[1].name(), "stay"});
    const auto muscle = clickOn(state, picked(What::Instance, 0), ray);
    REQUIRE(muscle);
    CHECK(muscle->command == "select-structure");
    CHECK_FALSE(clickOn(state, picked(What::Nothing, 0), ray));
    CommandTable().run(state, {"select-point", {"upper-one-1"}});
    CHECK(clickOn(state, picked(What::Nothing, 0), ray)->command == "clear");
    CHECK_FALSE(clickOn(state, picked(What::Skin, 0), ray));
}

TEST_CASE("in the pain finder, a click on the skin names the region and its side")
{
    AppState state = facingFront();
    state.panels.tab = Tab::Pain;
    const scene::Pick skin = picked(scene::Pick::What::Skin, 0);
    // Seen from the front, the body's right is on the left.
    const auto upperLeft = clickOn(state, skin, rayAt(state, {110, 110}));
    REQUIRE(upperLeft);
    CHECK(upperLeft->arguments == Arguments{"temple.right"});
    const auto lowerRight = clickOn(state, skin, rayAt(state, {290, 290}));
    REQUIRE(lowerRight);
    CHECK(lowerRight->arguments == Arguments{"interscapular.left"});
    const auto middle = clickOn(state, skin, rayAt(state, {200, 200}));
    REQUIRE(middle);
    CHECK(middle->arguments == Arguments{"sternum"});
    CHECK_FALSE(clickOn(state, skin, rayAt(state, {2, 2})));
}

TEST_CASE("two fingers sideways rotate the body, with Shift they move it along")
{
    AppState state = facingFront();
    const scene::Camera before = state.scene.camera;
    wheelOrbit(state, before.target, 1);
    CHECK(state.scene.camera.yawDeg != before.yawDeg);
    CHECK(state.scene.camera.target == before.target);
    state.scene.camera = before;
    wheelPan(state, before.target, {1, 2});
    CHECK(state.scene.camera.yawDeg == before.yawDeg);
    // The picture follows the fingers: the target moves the other way.
    const glm::vec3 moved = state.scene.camera.target - before.target;
    CHECK(moved.y < 0);
    CHECK(glm::length(moved) > 5);
}
