#include "app/cli/bench_sheet.h"

#include <glm/gtc/matrix_transform.hpp>

namespace knotmap::app {

void showSheet(scene::Scene& scene, const geometry::Bounds& bounds, float aspect, int perEdge)
{
    constexpr float kAir = 1.05F;
    const glm::vec3 step = kAir * bounds.size();
    geometry::Bounds all;
    scene.copies.clear();
    for (int row = 0; row < perEdge; ++row)
        for (int column = 0; column < perEdge; ++column) {
            const glm::vec3 at(step.x * static_cast<float>(column),
                               step.y * static_cast<float>(row), 0);
            const glm::mat4 placement = glm::translate(glm::mat4(1), at);
            if (all.empty())
                scene.bodyPlacement = placement;
            else
                scene.copies.push_back(placement);
            all.add(bounds.low + at);
            all.add(bounds.high + at);
        }
    scene.camera = *scene::namedView("front", all, aspect);
}

} // namespace knotmap::app
