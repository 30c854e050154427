#pragma once

#include "app/model/compose.h"
#include "app/model/labels.h"
#include "app/model/visibility.h"
#include "engine/scene/cut.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace knotmap::app {

/// How the body is looked at, but for the camera, which belongs to the scene.
struct View
{
    anatomy::Layer layer = anatomy::Layer::Superficial; ///< down to which the body is peeled
    float peel = peelOf(anatomy::Layer::Superficial);   ///< what is seen of it while it fades
    std::optional<float> skinOpacity;                   ///< set by hand; otherwise the layer's own
    std::vector<Visibility> visibility;                 ///< one per instance; empty: all shown
    std::optional<scene::Cut> cut;                      ///< the scene's, kept as scenes are rebuilt
    geometry::Bounds cutBounds; ///< of the body that the cut was fitted to, world

    bool showPosition = false;       ///< whether the body is to be in the point's position
    float positionShare = 0;         ///< how far it has come there from standing
    std::optional<std::size_t> step; ///< of the position, the one whose caption is shown

    bool showStartPose = true; ///< with the position, the contour of standing
    bool showWeight = true;    ///< with the position, where the weight goes
    bool showInset = true;     ///< all of the body while close to it
    bool showKnots = true;
    bool showTool = true;      ///< with its arrow
    bool showCautions = false; ///< all of them; those near the selected knot are always seen
    Labels labels = Labels::Off;
};

} // namespace knotmap::app
