#include "app/commands/fit_cut.h"

#include "app/model/bounds.h"

namespace knotmap::app {

void refitCut(AppState& state)
{
    if (!state.view.cut)
        return;
    scene::Cut& cut = *state.view.cut;
    state.view.cutBounds = shownBounds(*state.document.library, state.scene);
    cut = scene::makeCut(scene::planeOf(cut), cut.point, state.view.cutBounds,
                         cut.point + cut.normal);
}

} // namespace knotmap::app
