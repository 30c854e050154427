#include "app/commands/animation.h"
#include "app/commands/command.h"
#include "app/commands/cut.h"
#include "app/commands/scene_refresh.h"
#include "app/model/bounds.h"
#include "app/model/compose.h"
#include "app/model/cut_request.h"
#include "engine/words/tr.h"

#include <cmath>
#include <glm/geometric.hpp>

namespace knotmap::app {
namespace {

constexpr float kFarthestMm = 3000;
/// A cut this near to the selection counts as one through it.
constexpr float kBesideMm = 60;
/// Seen at a smaller angle than this (the sine of 24 degrees) a section is unreadable.
constexpr float kFlatSine = 0.4F;

core::Error noCut()
{
    return {tr("the body is not cut open: use 'cut transverse' first")};
}

/// The centre of the selection, else of the body.
glm::vec3 selectedMiddle(const AppState& state, const geometry::Bounds& bounds)
{
    std::optional<std::uint32_t> point;
    if (state.document.selection.what == Selection::What::Point)
        point = state.document.selection.index;
    return middleOf(state.scene, bounds, point, state.selectedInstance());
}

/// A camera on the section: on the selection, or all of it if the cut was moved away.
scene::Camera viewOfCut(const AppState& state)
{
    std::optional<glm::vec3> about;
    if (state.document.selection.what != Selection::What::Nothing)
        about = selectedMiddle(state, state.view.cutBounds);
    if (about && std::abs(state.view.cut->above(*about)) > kBesideMm)
        about.reset();
    return sectionView(*state.view.cut, state.scene, state.view.cutBounds, about,
                       state.window.aspect);
}

/// Turns to a section that is seen edge-on, with the smaller half removed.
void faceCut(AppState& state)
{
    const glm::vec3 toEye = glm::normalize(state.scene.camera.eye() - state.view.cut->point);
    if (std::abs(glm::dot(state.view.cut->normal, toEye)) > kFlatSine)
        return;
    if (glm::dot(state.view.cut->normal, outwardNormal(*state.view.cut, state.view.cutBounds)) <
        0) {
        scene::flip(*state.view.cut);
        refreshAppearances(state);
    }
    tweenCamera(state, viewOfCut(state));
}

/// Along that plane, through the selection if no position is given.
core::Outcome openAt(AppState& state, const CutRequest& request)
{
    const geometry::Bounds bounds = shownBounds(*state.document.library, state.scene);
    const auto cut = placeCut(request, state.scene, bounds, selectedMiddle(state, bounds));
    if (!cut)
        return cut.error();
    setCut(state, *cut);
    faceCut(state);
    return std::nullopt;
}

void closeCut(AppState& state)
{
    if (!state.view.cut)
        return;
    setCut(state, std::nullopt);
}

/// Cycles from none through the three planes and back.
core::Outcome openNext(AppState& state)
{
    if (!state.view.cut)
        return openAt(state, {scene::Plane::Transverse, std::nullopt});
    const scene::Plane plane = scene::planeOf(*state.view.cut);
    if (plane == scene::Plane::Frontal) {
        closeCut(state);
        return std::nullopt;
    }
    return openAt(
        state, {plane == scene::Plane::Transverse ? scene::Plane::Sagittal : scene::Plane::Frontal,
                std::nullopt});
}

core::Outcome cutOpen(AppState& state, const Arguments& arguments)
{
    const std::string& what = arguments[0];
    if (what == "off" || what == "next") {
        if (arguments.size() > 1)
            return core::Error{trf("'cut {}' takes no position", what)};
        if (what == "next")
            return openNext(state);
        closeCut(state);
        return std::nullopt;
    }
    const auto plane = scene::parsePlane(what);
    if (!plane)
        return unknownName(mark("cut"), what, {"transverse", "sagittal", "frontal", "next", "off"});
    CutRequest request{*plane, std::nullopt};
    if (arguments.size() > 1) {
        const auto mm =
            parseNumber(arguments[1], tr("position in millimetres"), -kFarthestMm, kFarthestMm);
        if (!mm)
            return mm.error();
        request.mm = *mm;
    }
    return openAt(state, request);
}

core::Outcome moveCut(AppState& state, const Arguments& arguments)
{
    const auto mm =
        parseNumber(arguments[0], tr("distance in millimetres"), -kFarthestMm, kFarthestMm);
    if (!mm)
        return mm.error();
    if (!state.view.cut)
        return noCut();
    placeCutAt(state, scene::positionAlong(*state.view.cut) + *mm);
    return std::nullopt;
}

core::Outcome flipCut(AppState& state, const Arguments&)
{
    if (!state.view.cut)
        return noCut();
    scene::flip(*state.view.cut);
    refreshAppearances(state);
    return std::nullopt;
}

core::Outcome lookAtCut(AppState& state, const Arguments&)
{
    if (!state.view.cut)
        return noCut();
    tweenCamera(state, viewOfCut(state));
    return std::nullopt;
}

} // namespace

std::vector<Command> cutCommands()
{
    return {
        {"cut", "transverse|sagittal|frontal|next|off [MM]",
         tr("Cut the body open, at that place or through what is selected"), 1, 2, cutOpen},
        {"move-cut", "MM", tr("Move the cut up, to the left or forwards"), 1, 1, moveCut},
        {"flip-cut", "", tr("Remove the other half"), 0, 0, flipCut},
        {"look-at-cut", "", tr("Look at the section"), 0, 0, lookAtCut},
    };
}

} // namespace knotmap::app
