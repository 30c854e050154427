#include "app/commands/animation.h"
#include "app/commands/command.h"
#include "app/commands/cut.h"
#include "app/commands/scene_refresh.h"
#include "app/commands/undo.h"
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
    const auto camera = scene::namedView(
        arguments[0], shownBounds(*state.document.library, state.scene), state.window.aspect);
    if (!camera)
        return unknownName(mark("view"), arguments[0], scene::viewNames());
    tweenCamera(state, *camera);
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
    state.animations.camera.reset();
    scene::orbit(state.scene.camera, *yaw, *pitch);
    return std::nullopt;
}

core::Outcome zoomBy(AppState& state, const Arguments& arguments)
{
    const auto factor = parseNumber(arguments[0], tr("zoom factor"), 0.05F, 20);
    if (!factor)
        return factor.error();
    state.animations.camera.reset();
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
    state.animations.camera.reset();
    scene::pan(state.scene.camera, *right, *up);
    return std::nullopt;
}

core::Outcome undoChange(AppState& state, const Arguments&)
{
    return undo(state);
}

core::Outcome redoChange(AppState& state, const Arguments&)
{
    return redo(state);
}

void setLayer(AppState& state, anatomy::Layer layer)
{
    peelTo(state, layer);
    state.view.skinOpacity.reset();
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
    if (state.view.layer != anatomy::Layer::Bone)
        setLayer(state, static_cast<anatomy::Layer>(static_cast<int>(state.view.layer) + 1));
    return std::nullopt;
}

core::Outcome cover(AppState& state, const Arguments&)
{
    if (state.view.layer != anatomy::Layer::Skin)
        setLayer(state, static_cast<anatomy::Layer>(static_cast<int>(state.view.layer) - 1));
    return std::nullopt;
}

/// By hand, between the layers; buttons and menus show the nearest layer.
core::Outcome setPeel(AppState& state, const Arguments& arguments)
{
    const auto peel =
        parseNumber(arguments[0], tr("peeling depth"), 0, peelOf(anatomy::Layer::Bone));
    if (!peel)
        return peel.error();
    state.animations.peeling.reset();
    state.view.peel = *peel;
    state.view.layer = static_cast<anatomy::Layer>(std::lround(*peel));
    state.view.skinOpacity.reset();
    refreshAppearances(state);
    return std::nullopt;
}

core::Outcome setSkin(AppState& state, const Arguments& arguments)
{
    const auto percent = parseNumber(arguments[0], tr("opacity in per cent"), 0, 100);
    if (!percent)
        return percent.error();
    state.view.skinOpacity = *percent / 100;
    refreshAppearances(state);
    return std::nullopt;
}

core::Outcome showKnots(AppState& state, const Arguments& arguments)
{
    if (const auto error = setSwitch(state.view.showKnots, arguments[0]))
        return error;
    refreshAppearances(state);
    return std::nullopt;
}

core::Outcome showTool(AppState& state, const Arguments& arguments)
{
    if (const auto error = setSwitch(state.view.showTool, arguments[0]))
        return error;
    refreshScene(state);
    return std::nullopt;
}

core::Outcome showCautions(AppState& state, const Arguments& arguments)
{
    if (const auto error = setSwitch(state.view.showCautions, arguments[0]))
        return error;
    refreshScene(state);
    return std::nullopt;
}

core::Outcome setLabels(AppState& state, const Arguments& arguments)
{
    if (arguments[0] == "toggle") {
        state.view.labels = state.view.labels == Labels::Off ? Labels::English : Labels::Off;
    } else if (const auto labels = parseLabels(arguments[0])) {
        state.view.labels = *labels;
    } else {
        return unknownName(tr("kind of label"), arguments[0],
                           {"off", "english", "latin", "toggle"});
    }
    ++state.pictureRevision;
    return std::nullopt;
}

core::Outcome setMotion(AppState& state, const Arguments& arguments)
{
    return setSwitch(state.animations.enabled, arguments[0]);
}

void printPosition(const AppState& state, const std::string& name, const glm::vec2& pixel)
{
    std::printf("at %s %.0f %.0f\n", name.c_str(),
                static_cast<double>(state.window.viewOrigin.x + pixel.x / state.window.pixelRatio),
                static_cast<double>(state.window.viewOrigin.y + pixel.y / state.window.pixelRatio));
    std::fflush(stdout);
}

/// Prints where in the window a trigger point, or the cut's handle, is visible, for scripts that
/// click.
core::Outcome sayWhere(AppState& state, const Arguments& arguments)
{
    if (arguments[0] == "cut") {
        const auto handle = cutHandle(state);
        if (!handle)
            return core::Error{tr("the picture shows no cut handle")};
        printPosition(state, "cut", handle->at);
        return std::nullopt;
    }
    const core::SidedId asked = core::parseSidedId(arguments[0]);
    const auto index = findPlacedPoint(state, asked.id, asked.side.value_or(state.document.side));
    if (!index)
        return core::Error{trf("no point is called '{}'", asked.id.substr(0, 100))};
    const scene::Camera& camera = state.scene.camera;
    const glm::vec4 clip = camera.projection(state.window.aspect) * camera.view() *
                           state.scene.bodyPlacement *
                           glm::vec4(state.scene.knots[*index].position, 1);
    if (clip.w <= 0)
        return core::Error{trf("'{}' is behind the viewer", arguments[0])};
    const float x = (clip.x / clip.w + 1) / 2 * static_cast<float>(state.window.viewSize.width);
    const float y = (1 - clip.y / clip.w) / 2 * static_cast<float>(state.window.viewSize.height);
    printPosition(state, arguments[0], {x, y});
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
        {"undo", "", tr("Undo the last change of the picture"), 0, 0, undoChange},
        {"redo", "", tr("Do again what was undone"), 0, 0, redoChange},
        {"layer", "NAME", tr("Peel to: skin, superficial, intermediate, deep, bone"), 1, 1,
         chooseLayer},
        {"peel", "DEPTH", tr("Peel freely, from 0 (skin) to 4 (bones); in between, a layer fades"),
         1, 1, setPeel, true},
        {"layer-deeper", "", tr("Peel one layer away"), 0, 0, peel},
        {"layer-shallower", "", tr("Put one layer back"), 0, 0, cover},
        {"skin-opacity", "PERCENT", tr("Set how opaque the skin is"), 1, 1, setSkin, true},
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
