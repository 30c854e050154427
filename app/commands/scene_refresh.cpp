#include "app/commands/scene_refresh.h"

#include "app/commands/fit_cut.h"
#include "app/model/bounds.h"

#include <utility>

namespace knotmap::app {

SceneRequest sceneRequestOf(const AppState& state)
{
    const View& view = state.view;
    SceneRequest request;
    if (state.document.selection.what == Selection::What::Point)
        request.point = state.document.selection.index;
    request.instance = state.selectedInstance();
    if (state.panels.tab == Tab::Pain)
        request.regions = state.document.pain;
    request.peel = view.peel;
    request.skinOpacity = view.skinOpacity;
    request.visibility = view.visibility;
    request.knots = KnotSet::Related;
    request.showKnots = view.showKnots;
    request.showTool = view.showTool;
    request.cut = view.cut;
    for (std::size_t slot = 0; slot < request.kept.size(); ++slot)
        request.kept[slot] = state.document.keptZones[slot];
    request.cautions = view.showCautions;
    // The body stands until a worker has solved the position.
    request.position = state.position.solved ? view.positionShare : 0;
    request.solved = state.position.solved;
    request.startPose = view.showStartPose;
    request.weight = view.showWeight ? state.position.weight : nullptr;
    return request;
}

AppState makeState(std::shared_ptr<const Library> library, core::Faults faults)
{
    AppState state;
    state.document.points = placePoints(*library);
    state.panels.searchIndex = buildSearchIndex(*library);
    state.document.library = std::move(library);
    state.document.faults = std::move(faults);
    refreshScene(state);
    frameWholeBody(state);
    refreshList(state);
    return state;
}

void frameWholeBody(AppState& state)
{
    const geometry::Bounds bounds = bodyBounds(*state.document.library);
    if (const auto camera = scene::namedView("three-quarter", bounds, state.window.aspect))
        state.scene.camera = *camera;
}

void pictureChanged(AppState& state)
{
    ++state.pictureRevision;
}

void refreshScene(AppState& state)
{
    const Document& document = state.document;
    const scene::Camera camera = state.scene.camera;
    const SceneRequest request = sceneRequestOf(state);
    state.scene = composeScene(*document.library, document.points, request, state.sceneParts);
    state.scene.camera = camera;
    if (state.animations.pulse)
        state.scene.pulse = state.animations.pulse->pulse;
    refitCut(state); // to the body as it is posed now
    state.scene.cut = state.view.cut;
    pictureChanged(state);
}

void refreshAppearances(AppState& state)
{
    const Document& document = state.document;
    applyAppearance(state.scene, *document.library, document.points, sceneRequestOf(state));
    pictureChanged(state);
}

void refreshList(AppState& state)
{
    state.panels.list = searchKnots(*state.document.library, state.panels.searchIndex,
                                    state.panels.search, state.panels.grouping);
    state.panels.listCursor = -1;
}

} // namespace knotmap::app
