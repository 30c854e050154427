#include "app/commands/animation.h"
#include "app/commands/command.h"
#include "tests/unit/commands/fixture.h"

#include <catch2/catch.hpp>
#include <set>

using namespace knotmap;
using namespace knotmap::app;
using testing::contains;
using testing::Fixture;

TEST_CASE("every command has a unique name and a description")
{
    const CommandTable table;
    std::set<std::string> ids;
    for (const Command& command : table.all()) {
        INFO(command.id);
        CHECK(ids.insert(command.id).second);
        CHECK_FALSE(command.label.empty());
        CHECK(command.minArguments <= command.maxArguments);
        CHECK((command.maxArguments == 0) == command.usage.empty());
    }
}

TEST_CASE_METHOD(Fixture, "an unknown command or a wrong number of words is refused")
{
    CHECK(contains(refusal("select-pont", {"upper-one-1"}), "select-point"));
    CHECK(contains(refusal("select-point"), "usage: select-point POINT"));
    CHECK(contains(refusal("quit", {"now"}), "was given 1 argument"));
    CHECK_FALSE(state.requests.quit);
}

TEST_CASE("a switch is set by on, off and toggle, and no other word")
{
    bool value = true;
    CHECK_FALSE(setSwitch(value, "off"));
    CHECK_FALSE(value);
    CHECK_FALSE(setSwitch(value, "toggle"));
    CHECK(value);
    const auto refused = setSwitch(value, "perhaps");
    REQUIRE(refused);
    CHECK(contains(refused->message, "'perhaps' is not a switch setting: use on, off or toggle"));
    CHECK(value);
}

TEST_CASE_METHOD(Fixture, "selecting a point shows its zone, tool and knot on its side")
{
    ok("select-point", {"upper-one-1.left"});
    REQUIRE(state.selectedPoint() != nullptr);
    CHECK(state.selectedPoint()->name() == "upper-one-1.left");
    CHECK(state.document.side == core::Side::Left);
    REQUIRE(state.scene.zone);
    CHECK(state.scene.zone->edgeDistance.size() == state.atlas().skin.mesh.positions.size());
    CHECK(state.scene.tool);
    REQUIRE(state.scene.selectedKnot);
    CHECK(*state.scene.selectedKnot == state.document.selection.index);
    const auto muscle = state.atlas().findInstance("upper-one", core::Side::Left);
    CHECK(state.scene.appearances[*muscle].highlight == 1);
}

TEST_CASE_METHOD(Fixture, "beside a selected knot only those that belong with it are seen")
{
    const auto shown = [&] {
        std::vector<std::string> names;
        for (std::size_t i = 0; i < state.document.points.size(); ++i)
            if (state.scene.knots[i].shown)
                names.push_back(state.document.points[i].name());
        return names;
    };
    CHECK(shown().size() == 4);
    ok("select-point", {"upper-one-1.left"});
    CHECK(shown() == std::vector<std::string>{"upper-one-1.left"});
    ok("select-structure", {"deep-one.right"});
    CHECK(shown().size() == 4);
    ok("clear");
    CHECK(shown().size() == 4);
}

TEST_CASE_METHOD(Fixture, "with 'stay' the camera does not move")
{
    const float yaw = state.scene.camera.yawDeg;
    ok("select-point", {"upper-one-1", "stay"});
    CHECK(state.scene.camera.yawDeg == yaw);
    CHECK(contains(refusal("select-point", {"upper-one-1", "go"}), "stay"));
}

TEST_CASE_METHOD(Fixture, "unknown names are refused with the nearest and change nothing")
{
    ok("select-point", {"upper-one-1"});
    const std::uint64_t revision = state.pictureRevision;
    CHECK(contains(refusal("select-point", {"uper-one-1"}), "upper-one-1"));
    CHECK(contains(refusal("select-structure", {"deep-on"}), "deep-one"));
    CHECK(contains(refusal("view", {"bak"}), "back"));
    CHECK(contains(refusal("layer", {"depe"}), "deep"));
    CHECK(contains(refusal("hurt", {"tempel"}), "temple"));
    CHECK(contains(refusal("open", {"abuot"}), "about"));
    CHECK(state.pictureRevision == revision);
    CHECK(state.selectedPoint() != nullptr);
}

TEST_CASE_METHOD(Fixture, "a deep muscle's knot peels down to it, and never puts layers back")
{
    ok("select-point", {"deep-one-1"});
    CHECK(state.view.layer == anatomy::Layer::Deep);
    ok("select-point", {"upper-one-1"});
    CHECK(state.view.layer == anatomy::Layer::Deep);
    ok("layer", {"skin"});
    ok("select-point", {"deep-one-1"});
    CHECK(state.view.layer == anatomy::Layer::Skin);
}

TEST_CASE_METHOD(Fixture, "layers step between skin and bone and reset the skin set by hand")
{
    ok("skin-opacity", {"80"});
    CHECK(state.scene.skinOpacity == Approx(0.8));
    ok("layer", {"intermediate"});
    CHECK(state.scene.skinOpacity < 0.5F);
    for (int i = 0; i < 6; ++i)
        ok("layer-deeper");
    CHECK(state.view.layer == anatomy::Layer::Bone);
    const auto deep = state.atlas().findInstance("deep-one", core::Side::Right);
    CHECK(state.scene.appearances[*deep].opacity == 0);
    for (int i = 0; i < 6; ++i)
        ok("layer-shallower");
    CHECK(state.view.layer == anatomy::Layer::Skin);
    CHECK(state.scene.appearances[*deep].opacity == 1);
    CHECK(contains(refusal("skin-opacity", {"101"}), "0 to 100"));
    CHECK(contains(refusal("skin-opacity", {"nan"}), "0 to 100"));
    CHECK(contains(refusal("skin-opacity", {"5x"}), "0 to 100"));
}

TEST_CASE_METHOD(Fixture, "changing the side takes the selection along")
{
    ok("select-point", {"upper-one-1.right"});
    const glm::vec3 right = state.selectedPoint()->onSkin;
    ok("side", {"left"});
    CHECK(state.selectedPoint()->name() == "upper-one-1.left");
    CHECK(state.selectedPoint()->onSkin.x == Approx(-right.x).margin(0.5));
    ok("select-structure", {"deep-one"});
    ok("side", {"toggle"});
    CHECK(state.atlas().instances[*state.selectedInstance()].side == core::Side::Right);
    CHECK(contains(refusal("side", {"up"}), "right, left or toggle"));
}

TEST_CASE_METHOD(Fixture, "clear closes a dialog first and then selects nothing")
{
    ok("select-point", {"upper-one-1"});
    ok("open", {"about"});
    ok("clear");
    CHECK(state.panels.dialog == Dialog::None);
    CHECK(state.selectedPoint() != nullptr);
    ok("clear");
    CHECK(state.document.selection.what == Selection::What::Nothing);
    CHECK_FALSE(state.scene.zone);
}

TEST_CASE_METHOD(Fixture, "views can be undone in turn")
{
    const scene::Camera start = state.scene.camera;
    ok("view", {"back"});
    ok("orbit", {"20", "5"});
    CHECK(state.scene.camera.yawDeg == Approx(-160).margin(0.01));
    ok("undo");
    CHECK(std::abs(state.scene.camera.yawDeg) == Approx(180).margin(0.01));
    ok("undo");
    CHECK(state.scene.camera.yawDeg == start.yawDeg);
    CHECK(contains(refusal("undo"), "nothing to undo"));
}

TEST_CASE_METHOD(Fixture, "with motion on, the camera arrives after a third of a second")
{
    ok("motion", {"on"});
    ok("view", {"left"});
    REQUIRE(state.animations.camera);
    CHECK(stepCamera(state, 10.0));
    CHECK(stepCamera(state, 10.15));
    CHECK(state.scene.camera.yawDeg != Approx(90));
    CHECK_FALSE(stepCamera(state, 11.0));
    CHECK(state.scene.camera.yawDeg == Approx(90));
    CHECK_FALSE(state.animations.camera);
}

TEST_CASE_METHOD(Fixture, "painful places rank the points and colour the skin")
{
    ok("hurt", {"temple.right"});
    CHECK(state.panels.tab == Tab::Pain);
    REQUIRE_FALSE(state.document.findings.empty());
    CHECK(state.document.findings.front().point->id == "upper-one-1");
    CHECK(state.document.findings.front().side == core::Side::Right);
    REQUIRE(state.scene.regionHighlight);
    float coloured = 0;
    for (std::size_t i = 0; i < state.scene.regionHighlight->size(); ++i) {
        const float share = (*state.scene.regionHighlight)[i];
        coloured += share;
        CHECK((share > 0) == (state.atlas().skin.regions[i] == 0));
    }
    CHECK(coloured > 0);
    ok("hurt", {"temple.right"});
    CHECK(state.document.pain.empty());
    CHECK_FALSE(state.scene.regionHighlight);
    ok("hurt", {"sternum.left"});
    CHECK(state.document.pain.front().name() == "sternum");
    ok("hurt-clear");
    CHECK(state.document.findings.empty());
}

TEST_CASE_METHOD(Fixture, "the list is walked by keyboard")
{
    ok("list-move", {"1"});
    CHECK(state.panels.listCursor == 0);
    ok("list-move", {"5"});
    CHECK(state.panels.listCursor == 1);
    ok("list-choose");
    CHECK(state.selectedPoint()->name() == "deep-one-1.right");
    ok("search", {"no such thing"});
    CHECK(contains(refusal("list-choose"), "no knot matches"));
}

TEST_CASE_METHOD(Fixture, "the body takes a position only where one has a posture")
{
    CHECK(contains(refusal("position", {"on"}), "select one first"));
    ok("select-point", {"upper-one-1"});
    ok("position", {"on"});
    CHECK(state.scene.support);
    CHECK(state.scene.pose);
    CHECK(state.scene.props.size() == 1);
    CHECK(state.scene.bodyPlacement != glm::mat4(1));
    ok("select-point", {"deep-one-1"});
    CHECK_FALSE(state.view.showPosition);
    CHECK(contains(refusal("position", {"on"}), "described in words only"));
}

TEST_CASE_METHOD(Fixture, "with motion on, the body takes about a second into its position")
{
    CHECK(contains(refusal("position-step", {"0.5"}), "not in a position"));
    ok("motion", {"on"});
    ok("select-point", {"upper-one-1"});
    CHECK(contains(refusal("position-step", {"0.5"}), "not in a position"));
    ok("position", {"on"});
    CHECK(stepPosing(state, 5.0));
    CHECK(state.view.positionShare == 0);
    CHECK(stepPosing(state, 5.5));
    CHECK(state.view.positionShare == Approx(0.5F));
    CHECK(state.scene.pose);
    CHECK_FALSE(stepPosing(state, 6.1));
    CHECK(state.view.positionShare == 1);
    ok("position-step", {"0.25"});
    CHECK(state.view.positionShare == 0.25F);
    CHECK_FALSE(stepPosing(state, 7.0));
    CHECK(contains(refusal("position-step", {"2"}), "share of the movement"));
    ok("position", {"off"});
    CHECK(stepPosing(state, 8.0));
    CHECK_FALSE(stepPosing(state, 9.1));
    CHECK_FALSE(state.scene.pose);
}

TEST_CASE_METHOD(Fixture, "sizes of windows and pictures have limits")
{
    for (const char* size : {"0x0", "-1x5", "999999x999999", "12", "x", "10x", "1280x800x"})
        CHECK(contains(refusal("resize", {size}), "not a size"));
    CHECK_FALSE(state.requests.resize);
    ok("save-picture", {"a.png", "640x480"});
    CHECK(state.requests.picture->width == 640);
    CHECK(contains(refusal("save-picture", {"", "640x480"}), "file name"));
}

TEST_CASE_METHOD(Fixture, "a picture that cannot be written is refused before it is drawn")
{
    for (const char* command : {"save-picture", "screenshot"}) {
        CHECK(contains(refusal(command, {"a.jpg"}), ".png"));
        CHECK(contains(refusal(command, {"no/such/a.png"}), "no/such"));
    }
    CHECK(contains(refusal("save-turntable", {"turn.gif", "4"}), ".png"));
    CHECK(contains(refusal("save-turntable", {"-", "4"}), "many pictures"));
    CHECK_FALSE(state.requests.picture);
    CHECK_FALSE(state.requests.screenshot);
    CHECK_FALSE(state.requests.turntable);
}
