#include "app/commands/position_view.h"

#include "app/commands/animation.h"
#include "app/model/position_overlay.h"

namespace knotmap::app {

void showBestView(AppState& state, const PlacedPoint& placed)
{
    state.animations.pendingCamera.reset();
    if (!state.scene.pose) {
        tweenCamera(state, bestView(*state.document.library, placed, *state.scene.zone,
                                    state.window.aspect));
        return;
    }
    tweenCamera(state, heldView(*state.document.library, placed, state.scene, state.window.aspect));
}

void enterPosition(AppState& state, float from)
{
    const PlacedPoint& placed = *state.selectedPoint();
    // The camera goes where the position will be; the body follows.
    holdPosition(state, state.view.positionShare);
    showBestView(state, placed);
    if (state.animations.enabled && from < 1 && state.animations.camera && state.scene.pose) {
        const scene::Camera both =
            viewOfBoth(*state.document.library, placed, state.scene, state.window.aspect);
        state.animations.pendingCamera = PendingCamera{both, state.animations.camera->to};
        state.animations.camera->to = both;
    }
    comeFrom(state, from);
}

} // namespace knotmap::app
