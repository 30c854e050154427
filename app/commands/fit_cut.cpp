#include "app/commands/fit_cut.h"

#include "app/model/bounds.h"

namespace knotmap::app {

void refitCut(AppState& state)
{
    if (!state.cut)
        return;
    scene::Cut& cut = *state.cut;
    state.cutBounds = shownBounds(*state.library, state.scene);
    cut = scene::makeCut(scene::planeOf(cut), cut.point, state.cutBounds, cut.point + cut.normal);
}

} // namespace knotmap::app
