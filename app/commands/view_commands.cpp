#include "app/commands/animation.h"
#include "app/commands/command.h"
#include "app/commands/cut.h"
#include "app/commands/scene_refresh.h"
#include "app/model/bounds.h"
#include "app/model/compose.h"
#include "engine/words/tr.h"

#include <cmath>
#include <cstdio>
#include <glm/vec4.hpp>

namespace knotmap::app {
namespace {

constexpr float kFarthestTurnDeg = 360;

core::Outcome showNamed(AppState& state, const Arguments& arguments)
{
    const auto camera =
        scene::namedView(arguments[0], shownBounds(*state.library, state.scene), state.aspect);
    if (!camera)
        return unknownName(mark("view"), arguments[0], scene::viewNames());
    moveCamera(state, *camera);
    return std::nullopt;
}

core::Outcome orbitBy(AppState& state, const Arguments& arguments)
{
    const auto yaw =
        parseNumber(arguments[0], tr("rotation in degrees"), -kFarthestTurnDeg, kFarthestTurnDeg);
    if (!yaw)
        return yaw.error();
    const auto pitch =
        parseNumber(arguments[1], tr("rotation in degrees"), -kFarthestTurnDeg, kFarthestTurnDeg);
    if (!pitch)
        return pitch.error();
    rememberView(state);
    state.move.reset();
    scene::orbit(state.scene.camera, *yaw, *pitch);
    return std::nullopt;
}

core::Outcome zoomBy(AppState& state, const Arguments& arguments)
{
    const auto factor = parseNumber(arguments[0], tr("zoom factor"), 0.05F, 20);
    if (!factor)
        return factor.error();
    rememberView(state);
    state.move.reset();
    scene::zoomTowards(state.scene.camera, state.scene.camera.target, 1 / *factor);
    return std::nullopt;
}

core::Outcome panBy(AppState& state, const Arguments& arguments)
{
    const auto right = parseNumber(arguments[0], tr("share of the picture"), -10, 10);
    if (!right)
        return right.error();
    const auto up = parseNumber(arguments[1], tr("share of the picture"), -10, 10);
    if (!up)
        return up.error();
    rememberView(state);
    state.move.reset();
    scene::pan(state.scene.camera, *right, *up);
    return std::nullopt;
}

core::Outcome undoView(AppState& state, const Arguments&)
{
    if (state.viewHistory.empty())
        return core::Error{tr("there is no earlier view to go back to")};
    const EarlierView earlier = state.viewHistory.back();
    state.viewHistory.pop_back();
    if (state.cut || earlier.cut)
        setCut(state, earlier.cut);
    tweenCamera(state, earlier.camera);
    return std::nullopt;
}

void setLayer(AppState& state, anatomy::Layer layer)
{
    peelTo(state, layer);
    state.skinOpacity.reset();
    refreshAppearances(state);
}

core::Outcome chooseLayer(AppState& state, const Arguments& arguments)
{
    const auto layer = anatomy::parseLayer(arguments[0]);
    if (!layer)
        return unknownName(mark("layer"), arguments[0],
                           {"skin", "superficial", "intermediate", "deep", "bone"});
    setLayer(state, *layer);
    return std::nullopt;
}

core::Outcome peel(AppState& state, const Arguments&)
{
    if (state.layer != anatomy::Layer::Bone)
        setLayer(state, static_cast<anatomy::Layer>(static_cast<int>(state.layer) + 1));
    return std::nullopt;
}

core::Outcome cover(AppState& state, const Arguments&)
{
    if (state.layer != anatomy::Layer::Skin)
        setLayer(state, static_cast<anatomy::Layer>(static_cast<int>(state.layer) - 1));
    return std::nullopt;
}

/// By hand, between the layers; the nearest layer is the one that buttons and menus show.
core::Outcome setPeel(AppState& state, const Arguments& arguments)
{
    const auto peel =
        parseNumber(arguments[0], tr("peeling depth"), 0, peelOf(anatomy::Layer::Bone));
    if (!peel)
        return peel.error();
    state.peeling.reset();
    state.peel = *peel;
    state.layer = static_cast<anatomy::Layer>(std::lround(*peel));
    state.skinOpacity.reset();
    refreshAppearances(state);
    return std::nullopt;
}

core::Outcome setSkin(AppState& state, const Arguments& arguments)
{
    const auto percent = parseNumber(arguments[0], tr("opacity in per cent"), 0, 100);
    if (!percent)
        return percent.error();
    state.skinOpacity = *percent / 100;
    refreshAppearances(state);
    return std::nullopt;
}

core::Outcome showKnots(AppState& state, const Arguments& arguments)
{
    if (const auto error = setSwitch(state.showKnots, arguments[0]))
        return error;
    refreshAppearances(state);
    return std::nullopt;
}

core::Outcome showTool(AppState& state, const Arguments& arguments)
{
    if (const auto error = setSwitch(state.showTool, arguments[0]))
        return error;
    refreshScene(state);
    return std::nullopt;
}

core::Outcome showCautions(AppState& state, const Arguments& arguments)
{
    if (const auto error = setSwitch(state.showCautions, arguments[0]))
        return error;
    refreshScene(state);
    return std::nullopt;
}

core::Outcome setLabels(AppState& state, const Arguments& arguments)
{
    if (arguments[0] == "toggle") {
        state.labels = state.labels == Labels::Off ? Labels::English : Labels::Off;
    } else if (const auto labels = parseLabels(arguments[0])) {
        state.labels = *labels;
    } else {
        return unknownName(tr("kind of label"), arguments[0],
                           {"off", "english", "latin", "toggle"});
    }
    ++state.pictureRevision;
    return std::nullopt;
}

core::Outcome setMotion(AppState& state, const Arguments& arguments)
{
    return setSwitch(state.motion, arguments[0]);
}

void printPlace(const AppState& state, const std::string& name, const glm::vec2& pixel)
{
    std::printf("at %s %.0f %.0f\n", name.c_str(),
                static_cast<double>(state.viewOrigin.x + pixel.x / state.pixelRatio),
                static_cast<double>(state.viewOrigin.y + pixel.y / state.pixelRatio));
    std::fflush(stdout);
}

/// Prints where in the window a knot, or the handle of the cut, is seen, for scripts that click.
core::Outcome sayWhere(AppState& state, const Arguments& arguments)
{
    if (arguments[0] == "cut") {
        const auto handle = cutHandle(state);
        if (!handle)
            return core::Error{tr("the picture shows no cut handle")};
        printPlace(state, "cut", handle->at);
        return std::nullopt;
    }
    const core::SidedId asked = core::parseSidedId(arguments[0]);
    const auto index = findPlacedPoint(state, asked.id, asked.side.value_or(state.side));
    if (!index)
        return core::Error{trf("no point is called '{}'", asked.id.substr(0, 100))};
    const scene::Camera& camera = state.scene.camera;
    const glm::vec4 clip = camera.projection(state.aspect) * camera.view() *
                           state.scene.bodyPlacement *
                           glm::vec4(state.scene.knots[*index].position, 1);
    if (clip.w <= 0)
        return core::Error{trf("'{}' is behind the viewer", arguments[0])};
    const float x = (clip.x / clip.w + 1) / 2 * static_cast<float>(state.viewSize.width);
    const float y = (1 - clip.y / clip.w) / 2 * static_cast<float>(state.viewSize.height);
    printPlace(state, arguments[0], {x, y});
    return std::nullopt;
}

} // namespace

std::vector<Command> viewCommands()
{
    return {
        {"view", "NAME",
         tr("Look from: front, back, left, right, three-quarter, head, neck, shoulder, hand, foot"),
         1, 1, showNamed},
        {"orbit", "YAW PITCH", tr("Rotate by degrees"), 2, 2, orbitBy},
        {"zoom", "FACTOR", tr("Zoom in (above 1) or out (below 1)"), 1, 1, zoomBy},
        {"pan", "RIGHT UP", tr("Move sideways by shares of the picture height"), 2, 2, panBy},
        {"undo-view", "", tr("Go back to the previous view"), 0, 0, undoView},
        {"layer", "NAME", tr("Peel to: skin, superficial, intermediate, deep, bone"), 1, 1,
         chooseLayer},
        {"peel", "DEPTH", tr("Peel freely, from 0 (skin) to 4 (bones); in between, a layer fades"),
         1, 1, setPeel},
        {"layer-deeper", "", tr("Peel one layer away"), 0, 0, peel},
        {"layer-shallower", "", tr("Put one layer back"), 0, 0, cover},
        {"skin-opacity", "PERCENT", tr("Set how opaque the skin is"), 1, 1, setSkin},
        {"knots", "on|off|toggle", tr("Mark the knots"), 1, 1, showKnots},
        {"tool", "on|off|toggle", tr("Show the tool and the pressure arrow"), 1, 1, showTool},
        {"labels", "off|english|latin|toggle", tr("Name what can be seen, beside the picture"), 1,
         1, setLabels},
        {"cautions", "on|off|toggle", tr("Hatch the areas where care is needed"), 1, 1,
         showCautions},
        {"motion", "on|off|toggle", tr("Move smoothly from view to view"), 1, 1, setMotion},
        {"where", "POINT[.SIDE]|cut", tr("Print where in the window a knot or the cut handle is"),
         1, 1, sayWhere},
    };
}

} // namespace knotmap::app
