#include "app/commands/command.h"
#include "app/commands/cut.h"
#include "app/model/cut_request.h"
#include "tests/unit/commands/fixture.h"

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>

using namespace knotmap;
using namespace knotmap::app;
using testing::contains;
using testing::Fixture;

namespace {

/// Seen from the front, in a view of 400 pixels.
void faceFront(AppState& state)
{
    state.window.viewSize = {400, 400};
    state.window.aspect = 1;
    state.scene.camera = scene::Camera{};
    state.scene.camera.target = {0, 0, 0};
    state.scene.camera.distanceMm = 1400;
}

} // namespace

TEST_CASE("a cut is written as its plane, with or without a position")
{
    CHECK(parseCut("sagittal")->plane == scene::Plane::Sagittal);
    CHECK_FALSE(parseCut("sagittal")->mm);
    CHECK(*parseCut("transverse:1203.5")->mm == Approx(1203.5));
    CHECK(*parseCut("frontal:-20")->mm == -20);
    for (const char* bad : {"", "coronal", "transverse:", "transverse:x", "transverse:1e99",
                            "transverse:12mm", "transverse 1200", ":5"})
        CHECK_FALSE(parseCut(bad));
    CHECK(contains(parseCut("sagital").error().message, "sagittal"));
}

TEST_CASE_METHOD(Fixture, "a cut goes through what is selected, else through the middle")
{
    ok("cut", {"transverse"});
    REQUIRE(state.scene.cut);
    CHECK(scene::positionAlong(*state.scene.cut) == Approx(0).margin(5));
    ok("select-point", {"upper-one-1.left", "stay"});
    CHECK(state.scene.cut);
    ok("cut", {"sagittal"});
    const glm::vec3 knot = state.scene.knots[state.document.selection.index].position;
    CHECK(scene::positionAlong(*state.scene.cut) == Approx(knot.x));
    CHECK(state.scene.cut->above(state.scene.camera.eye()) > 0);
    ok("cut", {"frontal", "33"});
    CHECK(scene::positionAlong(*state.scene.cut) == 33);
    ok("cut", {"off"});
    CHECK_FALSE(state.scene.cut);
}

TEST_CASE_METHOD(Fixture, "a section that would be seen from its edge is turned to")
{
    faceFront(state);
    state.animations.enabled = false;
    ok("cut", {"frontal"});
    CHECK(state.scene.camera.pitchDeg == scene::Camera{}.pitchDeg);
    ok("cut", {"transverse"});
    CHECK(state.scene.cut->normal.y == 1);
    CHECK(state.scene.camera.pitchDeg > 45);
    ok("undo");
    CHECK(state.scene.camera.pitchDeg == scene::Camera{}.pitchDeg);
    CHECK(scene::planeOf(*state.scene.cut) == scene::Plane::Frontal);
}

TEST_CASE_METHOD(Fixture, "one key goes through the planes and back to none")
{
    for (const auto plane :
         {scene::Plane::Transverse, scene::Plane::Sagittal, scene::Plane::Frontal}) {
        ok("cut", {"next"});
        REQUIRE(state.scene.cut);
        CHECK(scene::planeOf(*state.scene.cut) == plane);
    }
    ok("cut", {"next"});
    CHECK_FALSE(state.scene.cut);
}

TEST_CASE_METHOD(Fixture, "a cut is moved, turned and undone like a view")
{
    ok("cut", {"transverse", "20"});
    ok("move-cut", {"30"});
    CHECK(scene::positionAlong(*state.scene.cut) == 50);
    const glm::vec3 normal = state.scene.cut->normal;
    ok("flip-cut");
    CHECK(state.scene.cut->normal == -normal);
    ok("move-cut", {"2999"});
    CHECK(scene::positionAlong(*state.scene.cut) < 205);
    ok("undo");
    ok("undo");
    CHECK(scene::positionAlong(*state.scene.cut) == 50);
    CHECK(state.scene.cut->normal == normal);
    ok("undo");
    CHECK(scene::positionAlong(*state.scene.cut) == 20);
    ok("undo");
    CHECK_FALSE(state.scene.cut);
}

TEST_CASE_METHOD(Fixture, "a cut that cannot be is refused and changes nothing")
{
    CHECK(contains(refusal("move-cut", {"5"}), "cut transverse"));
    CHECK(contains(refusal("flip-cut"), "cut transverse"));
    CHECK(contains(refusal("cut", {"frontl"}), "frontal"));
    CHECK(contains(refusal("cut", {"transverse", "900"}), "misses the body"));
    CHECK(contains(refusal("cut", {"transverse", "x"}), "number"));
    CHECK(contains(refusal("cut", {"off", "5"}), "takes no position"));
    CHECK_FALSE(state.scene.cut);
}

TEST_CASE_METHOD(Fixture, "the section is looked at from the side that was taken away")
{
    for (const char* plane : {"transverse", "sagittal", "frontal"}) {
        ok("cut", {plane});
        for (int half = 0; half < 2; ++half) {
            ok("look-at-cut");
            CHECK(glm::dot(state.scene.camera.toEye(), state.scene.cut->normal) > 0.8F);
            ok("flip-cut");
        }
    }
}

TEST_CASE_METHOD(Fixture, "a drag of the handle takes the cut along with the pointer")
{
    state.animations.enabled = false;
    ok("cut", {"transverse", "0"});
    faceFront(state); // it was rotated to
    const auto handle = cutHandle(state);
    REQUIRE(handle);
    const auto grip = gripAt(state, handle->at, 6);
    REQUIRE(grip);
    dragCut(state, *grip, handle->at - glm::vec2(0, 40));
    CHECK(scene::positionAlong(*state.scene.cut) > 30);
    const auto moved = cutHandle(state);
    REQUIRE(moved);
    CHECK(glm::distance(moved->at, handle->at - glm::vec2(0, 40)) < 3);
    CHECK_FALSE(gripAt(state, {200, 390}, 6));
}

TEST_CASE_METHOD(Fixture, "the frame's edge can be held as well, and a drag towards the eye works")
{
    faceFront(state);
    ok("cut", {"frontal", "0"});
    const auto handle = cutHandle(state);
    REQUIRE(handle);
    const auto grip = gripAt(state, handle->at + glm::vec2(0, 60), 6);
    REQUIRE(grip);
    // Seen along the axis, up is towards the eye.
    dragCut(state, *grip, grip->pressed - glm::vec2(0, 50));
    CHECK(scene::positionAlong(*state.scene.cut) > 20);
    CHECK(scene::positionAlong(*state.scene.cut) < 199.5F);
}
