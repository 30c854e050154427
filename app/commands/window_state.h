#pragma once

#include "app/commands/document.h"
#include "app/commands/requests.h"

#include <glm/vec2.hpp>
#include <optional>
#include <vector>

namespace knotmap::app {

/// What the shell reports of its window. Owned by the shell: commands and panels only read it.
struct WindowState
{
    float aspect = 1;        ///< of the 3D view
    WindowSize viewSize;     ///< of the 3D view, pixels
    glm::vec2 viewOrigin{0}; ///< of the 3D view in the window's coordinates, from its top left
    float pixelRatio = 1;    ///< pixels to one unit of the window's coordinates

    Selection hover; ///< what is under the pointer
    std::optional<PainRegion> hoverRegion;
    bool overCut = false; ///< the pointer is over what moves the cut, or holds it

    std::vector<scene::VisibleInstance> visibleInstances; ///< what the picture at rest shows
    bool savingTurntable = false;                         ///< pictures are being saved one by one
};

} // namespace knotmap::app
