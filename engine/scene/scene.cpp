#include "engine/scene/scene.h"

namespace knotmap::scene {

bool cutTakesTool(const Scene& scene)
{
    // The centre of a tool is about this far off the skin, and this far below a cut it is clear of
    // it.
    constexpr float kMiddleMm = 25, kClearMm = 15;
    if (!scene.tool || !scene.cut)
        return false;
    const glm::vec4 middle(0, 0, kMiddleMm, 1);
    const glm::vec3 location(scene.bodyPlacement * scene.tool->placement * middle);
    return scene.cut->above(location) > -kClearMm;
}

} // namespace knotmap::scene
