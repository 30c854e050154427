#include "app/commands/animation.h"
#include "app/commands/command.h"
#include "app/commands/position_view.h"
#include "app/commands/pulse.h"
#include "app/commands/scene_refresh.h"
#include "app/model/bounds.h"
#include "app/model/compose.h"
#include "engine/words/tr.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace knotmap::app {
namespace {

std::vector<std::string> pointIds(const AppState& state)
{
    std::vector<std::string> ids;
    for (const referral::Point& point : state.document.library->referral.points)
        ids.push_back(point.id);
    return ids;
}

std::vector<std::string> structureIds(const AppState& state)
{
    std::vector<std::string> ids;
    for (const body::Shape& shape : state.atlas().shapes)
        ids.push_back(shape.id);
    return ids;
}

/// Peels down to a structure deeper than what is shown; an unpeeled skin stays.
void uncover(AppState& state, std::string_view structure)
{
    const anatomy::Layer needed = layerShowing(*state.document.library, structure);
    if (state.view.layer != anatomy::Layer::Skin && state.view.layer < needed &&
        needed != anatomy::Layer::Bone)
        peelTo(state, needed);
}

void select(AppState& state, const Selection& selection)
{
    if (!(state.document.selection == selection)) {
        state.view.showPosition = false;
        state.view.positionShare = 0;
        state.view.step.reset();
        state.animations.posing.reset();
        state.animations.pendingCamera.reset();
        state.position.forget();
        stopPulse(state);
    }
    state.document.selection = selection;
    refreshScene(state);
}

core::Outcome selectPoint(AppState& state, const Arguments& arguments)
{
    const core::SidedId asked = core::parseSidedId(arguments[0]);
    const core::Side side = asked.side.value_or(state.document.side);
    const auto index = findPlacedPoint(state, asked.id, side);
    if (!index)
        return unknownName(mark("point"), asked.id, pointIds(state));
    if (arguments.size() > 1 && arguments[1] != "stay")
        return core::Error{trf("'{}' is not an option here: use 'stay', or nothing", arguments[1])};
    state.document.side = side;
    uncover(state, asked.id.empty() ? asked.id : state.document.points[*index].point->muscle);
    select(state, {Selection::What::Point, *index});
    if (arguments.size() == 1)
        showBestView(state, state.document.points[*index]);
    startPulse(state);
    return std::nullopt;
}

/// Moves the camera so that the structure fills a good part of the picture.
void frameInstance(AppState& state, std::uint32_t instance, float airMm)
{
    geometry::Bounds bounds = instanceBounds(state.atlas(), instance);
    bounds.low -= glm::vec3(airMm);
    bounds.high += glm::vec3(airMm);
    scene::Camera camera = state.scene.camera;
    scene::frame(camera, bounds, state.window.aspect);
    tweenCamera(state, camera);
}

core::Outcome selectStructure(AppState& state, const Arguments& arguments)
{
    const core::SidedId asked = core::parseSidedId(arguments[0]);
    const auto instance =
        state.atlas().findInstance(asked.id, asked.side.value_or(state.document.side));
    if (!instance)
        return unknownName(mark("structure"), asked.id, structureIds(state));
    if (asked.side && *asked.side != core::Side::Midline)
        state.document.side = *asked.side;
    uncover(state, asked.id);
    select(state, {Selection::What::Structure, *instance});
    if (arguments.size() > 1 && arguments[1] == "show")
        frameInstance(state, *instance, 90);
    return std::nullopt;
}

core::Outcome clearSelection(AppState& state, const Arguments&)
{
    if (state.window.savingTurntable)
        state.requests.stopTurntable = true;
    else if (state.panels.dialog != Dialog::None)
        state.panels.dialog = Dialog::None;
    else
        select(state, {});
    return std::nullopt;
}

core::Outcome focus(AppState& state, const Arguments&)
{
    if (const auto instance = state.selectedInstance())
        frameInstance(state, *instance, 30);
    else if (const PlacedPoint* placed = state.selectedPoint())
        showBestView(state, *placed);
    else
        return core::Error{tr("nothing is selected to look at: select a knot or a muscle first")};
    return std::nullopt;
}

core::Outcome showBest(AppState& state, const Arguments&)
{
    const PlacedPoint* placed = state.selectedPoint();
    if (placed == nullptr)
        return core::Error{tr("the best view needs a knot: select one first")};
    showBestView(state, *placed);
    return std::nullopt;
}

/// The selection on the side now chosen; a midline structure has no other.
void moveSelectionToSide(AppState& state)
{
    if (const PlacedPoint* placed = state.selectedPoint()) {
        if (const auto index = findPlacedPoint(state, placed->point->id, state.document.side))
            select(state, {Selection::What::Point, *index});
        showBestView(state, *state.selectedPoint());
    } else if (const auto instance = state.selectedInstance()) {
        const std::string& id = state.atlas().shapeOf(state.atlas().instances[*instance]).id;
        if (const auto other = state.atlas().findInstance(id, state.document.side))
            select(state, {Selection::What::Structure, *other});
    }
}

core::Outcome chooseSide(AppState& state, const Arguments& arguments)
{
    const std::string& asked = arguments[0];
    if (asked != "right" && asked != "left" && asked != "toggle")
        return core::Error{
            trf("'{}' is not a side: use right, left or toggle", asked.substr(0, 40))};
    const core::Side before = state.document.side;
    if (asked == "toggle")
        state.document.side = core::opposite(before);
    else
        state.document.side = asked == "left" ? core::Side::Left : core::Side::Right;
    if (state.document.side != before)
        moveSelectionToSide(state);
    return std::nullopt;
}

} // namespace

std::vector<Command> selectionCommands()
{
    return {
        {"select-point", "POINT[.SIDE] [stay]",
         tr("Select a knot and look at it; with 'stay', keep the present view"), 1, 2, selectPoint},
        {"select-structure", "STRUCTURE[.SIDE] [show]",
         tr("Select a muscle or bone; with 'show', look at it"), 1, 2, selectStructure},
        {"clear", "", tr("Close whatever is on top, or clear the selection"), 0, 0, clearSelection},
        {"focus", "", tr("Look at the selection"), 0, 0, focus},
        {"best-view", "", tr("Show the view in which knot, zone and tool are seen best"), 0, 0,
         showBest},
        {"side", "right|left|toggle", tr("Choose the side of the body"), 1, 1, chooseSide},
    };
}

} // namespace knotmap::app
