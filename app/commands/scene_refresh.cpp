#include "app/commands/scene_refresh.h"

#include "app/commands/fit_cut.h"
#include "app/model/bounds.h"
#include "app/model/position_overlay.h"
#include "app/model/solve_position.h"

#include <algorithm>
#include <utility>

namespace knotmap::app {
namespace {

/// The union of the painful regions, one value per skin vertex; none if there are none.
std::shared_ptr<const std::vector<float>> painShare(const AppState& state)
{
    if (state.pain.empty() || state.tab != Tab::Pain)
        return nullptr;
    auto all = std::make_shared<std::vector<float>>(state.atlas().skin.regions.size(), 0.0F);
    for (const PainPlace& place : state.pain) {
        const auto share = regionShare(*state.library, place.region, place.side);
        for (std::size_t i = 0; i < all->size(); ++i)
            (*all)[i] = std::max((*all)[i], (*share)[i]);
    }
    return all;
}

/// A position takes longer to solve than a frame may last, so the solution is kept while it is
/// shown.
void solveOnce(AppState& state)
{
    const PlacedPoint* placed = state.selectedPoint();
    if (placed == nullptr || state.solved || state.positionShare <= 0)
        return;
    if (auto solved = solvePosition(*state.library, *placed))
        state.solved = std::make_shared<const posture::SolvedPosition>(std::move(*solved));
    if (state.solved)
        state.weight = std::make_shared<const posture::WeightSplit>(
            weightOf(*state.library, *placed, *state.solved));
}

/// Whether a trigger point is related to the selected one: of the same muscle, or one it tends to
/// set off.
bool belongsWith(const PlacedPoint& selected, const PlacedPoint& other)
{
    const auto& satellites = selected.point->satellites;
    return other.side == selected.side &&
           (other.point->muscle == selected.point->muscle ||
            std::find(satellites.begin(), satellites.end(), other.point->id) != satellites.end());
}

/// Whether the muscle of a trigger point was hidden by hand: its points are hidden with it.
bool muscleHidden(const AppState& state, const PlacedPoint& placed)
{
    if (state.visibility.empty())
        return false;
    const auto muscle = state.atlas().findInstance(placed.point->muscle, placed.side);
    return muscle && state.visibility[*muscle] == Visibility::Hidden;
}

/// With a trigger point selected, only related ones are visible, so that nothing hides its zone;
/// otherwise all, those of a selected muscle emphasised.
void chooseKnots(AppState& state)
{
    constexpr float kCalmRadiusMm = 2.3F;
    const PlacedPoint* selected = state.selectedPoint();
    const bool calm = state.selection.what != Selection::What::Nothing;
    for (std::size_t i = 0; i < state.scene.knots.size(); ++i) {
        scene::KnotMarker& knot = state.scene.knots[i];
        const bool kept = std::find(state.kept.begin(), state.kept.end(), i) != state.kept.end();
        knot.shown = (selected == nullptr || kept || belongsWith(*selected, state.points[i])) &&
                     !muscleHidden(state, state.points[i]);
        if (calm && !knot.emphasised)
            knot.radiusMm = std::min(knot.radiusMm, kCalmRadiusMm);
    }
}

} // namespace

SceneRequest sceneRequestOf(const AppState& state)
{
    SceneRequest request;
    if (state.selection.what == Selection::What::Point)
        request.point = state.selection.index;
    if (state.selection.what == Selection::What::Structure)
        request.instance = state.selection.index;
    request.peel = state.peel;
    request.position = state.positionShare;
    request.solved = state.solved;
    request.startPose = state.showStartPose;
    request.weight = state.showWeight ? state.weight : nullptr;
    request.cautions = state.showCautions;
    for (std::size_t slot = 0; slot < state.kept.size(); ++slot)
        request.kept[slot] = state.kept[slot];
    return request;
}

AppState makeState(std::shared_ptr<const Library> library, core::Faults faults)
{
    AppState state;
    state.points = placePoints(*library);
    state.index = buildSearchIndex(*library);
    state.library = std::move(library);
    state.faults = std::move(faults);
    refreshScene(state);
    if (const auto camera = scene::namedView("three-quarter", bodyBounds(*state.library), 1))
        state.scene.camera = *camera;
    refreshList(state);
    return state;
}

void refreshScene(AppState& state)
{
    const scene::Camera camera = state.scene.camera;
    solveOnce(state);
    state.scene = composeScene(*state.library, state.points, sceneRequestOf(state));
    state.scene.camera = camera;
    state.scene.regionHighlight = painShare(state);
    if (state.pulse)
        state.scene.pulse = state.pulse->pulse;
    if (!state.showTool) {
        state.scene.tool.reset();
        state.scene.arrow.reset();
    }
    chooseKnots(state);
    refitCut(state);
    refreshAppearances(state);
}

void refreshAppearances(AppState& state)
{
    applyPeel(state.scene, state.peel);
    // What was hidden or made a ghost by hand, in addition to the peeling.
    applyVisibility(state.scene, state.visibility);
    for (scene::Appearance& appearance : state.scene.appearances)
        appearance.highlight = 0;
    std::optional<std::uint32_t> lifted = state.selectedInstance();
    if (const PlacedPoint* placed = state.selectedPoint())
        lifted = state.atlas().findInstance(placed->point->muscle, placed->side);
    // The selection is visible whatever lies above it, unless it was hidden by hand.
    if (lifted) {
        scene::Appearance& appearance = state.scene.appearances[*lifted];
        appearance.highlight = 1;
        if (state.visibility.empty() || state.visibility[*lifted] == Visibility::Shown)
            appearance.opacity = 1;
    }
    if (state.skinOpacity)
        state.scene.skinOpacity = *state.skinOpacity;
    state.scene.knotsVisible = state.showKnots;
    state.scene.cut = state.cut;
    ++state.pictureRevision;
}

void refreshList(AppState& state)
{
    state.list = searchKnots(*state.library, state.index, state.search, state.grouping);
    state.listCursor = -1;
}

} // namespace knotmap::app
