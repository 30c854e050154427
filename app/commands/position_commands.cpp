#include "app/commands/animation.h"
#include "app/commands/command.h"
#include "app/commands/position_view.h"
#include "app/commands/position_work.h"
#include "app/commands/scene_refresh.h"
#include "app/model/compose.h"
#include "app/model/position_overlay.h"
#include "app/model/solve_position.h"
#include "engine/words/tr.h"

#include <fmt/format.h>

namespace knotmap::app {
namespace {

core::Outcome leavePosition(AppState& state, const PlacedPoint& placed)
{
    const float before = state.view.positionShare;
    state.view.showPosition = false;
    holdPosition(state, 0);
    showBestView(state, placed);
    comeFrom(state, before);
    return std::nullopt;
}

core::Outcome showPosition(AppState& state, const Arguments& arguments)
{
    const auto wanted = parseSwitch(arguments[0], state.view.showPosition);
    if (!wanted)
        return wanted.error();
    const PlacedPoint* placed = state.selectedPoint();
    if (placed == nullptr)
        return core::Error{tr("a position belongs to a knot: select one first")};
    state.view.step.reset();
    if (!*wanted)
        return leavePosition(state, *placed);
    if (!hasPosition(*state.document.library, *placed))
        return core::Error{
            tr("this position is described in words only, or its posture has a fault: "
               "the steps are on the card")};
    const float before = state.view.positionShare;
    state.view.showPosition = true;
    state.view.positionShare = 1;
    state.animations.posing.reset();
    if (state.position.solved)
        enterPosition(state, before);
    else
        solveBeside(state);
    return std::nullopt;
}

core::Error noPosition()
{
    return {tr("the body is not in a position: show one with 'position on' first")};
}

/// Holds the body part of the way into the position, to show how one gets there.
core::Outcome stepIntoPosition(AppState& state, const Arguments& arguments)
{
    const auto share =
        parseNumber(arguments[0], tr("share of the movement into the position"), 0, 1);
    if (!share)
        return share.error();
    const PlacedPoint* placed = state.selectedPoint();
    if (placed == nullptr || !state.view.showPosition)
        return noPosition();
    if (*share < 1 && state.view.positionShare >= 1 && state.scene.pose) {
        // Where one stood and where one comes to are both to be seen on the way.
        const scene::Camera both =
            viewOfBoth(*state.document.library, *placed, state.scene, state.window.aspect);
        if (state.scene.camera.distanceMm < 0.98F * both.distanceMm)
            tweenCamera(state, both);
    }
    holdPosition(state, *share);
    return std::nullopt;
}

/// Shows a step's caption and moves the body as far as it is by then.
core::Outcome showStep(AppState& state, std::size_t step)
{
    const care::Position& position = *shownPosition(state);
    state.view.step = step;
    const float before = state.view.positionShare;
    const std::vector<float>& blend = position.posture->blend;
    const float share = step < blend.size() ? blend[step] : 1.0F;
    if (share == before)
        return std::nullopt;
    holdPosition(state, share);
    comeFrom(state, before);
    return std::nullopt;
}

core::Outcome nextStep(AppState& state, const Arguments&)
{
    const care::Position* position = shownPosition(state);
    if (position == nullptr)
        return noPosition();
    const std::size_t next = state.view.step ? *state.view.step + 1 : 0;
    if (next >= position->steps.size())
        return core::Error{tr("this is the last step")};
    return showStep(state, next);
}

core::Outcome previousStep(AppState& state, const Arguments&)
{
    if (shownPosition(state) == nullptr)
        return noPosition();
    if (!state.view.step || *state.view.step == 0)
        return core::Error{tr("this is the first step")};
    return showStep(state, *state.view.step - 1);
}

core::Outcome showStartPose(AppState& state, const Arguments& arguments)
{
    if (const auto error = setSwitch(state.view.showStartPose, arguments[0]))
        return error;
    refreshScene(state);
    return std::nullopt;
}

core::Outcome showWeight(AppState& state, const Arguments& arguments)
{
    if (const auto error = setSwitch(state.view.showWeight, arguments[0]))
        return error;
    refreshScene(state);
    return std::nullopt;
}

core::Outcome showInset(AppState& state, const Arguments& arguments)
{
    return setSwitch(state.view.showInset, arguments[0]);
}

} // namespace

std::vector<Command> positionCommands()
{
    return {
        {"position", "on|off|toggle", tr("Put the body into the advised position"), 1, 1,
         showPosition},
        {"position-step", "SHARE",
         tr("Hold the body part-way into the position: 0 standing, 1 in position"), 1, 1,
         stepIntoPosition, true},
        {"next-step", "", tr("Show the next step of the position"), 0, 0, nextStep},
        {"previous-step", "", tr("Show the previous step of the position"), 0, 0, previousStep},
        {"starting-pose", "on|off|toggle",
         tr("With a position, draw the outline of the standing body"), 1, 1, showStartPose},
        {"weight", "on|off|toggle", tr("With a position, mark where the weight goes"), 1, 1,
         showWeight},
        {"inset", "on|off|toggle", tr("When close to the body, show the whole body in a corner"), 1,
         1, showInset},
    };
}

} // namespace knotmap::app
