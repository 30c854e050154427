#include "engine/volume/grid.h"

namespace knotmap::volume {

Grid Grid::around(const geometry::Bounds& bounds, float cellMm, float marginMm)
{
    Grid grid;
    grid.cell = cellMm;
    grid.origin = bounds.low - marginMm;
    grid.size = glm::ivec3(glm::ceil((bounds.size() + 2 * marginMm) / cellMm)) + 1;
    return grid;
}

float Field::sample(const glm::vec3& point) const
{
    const glm::vec3 last = glm::vec3(grid.size - 2) + 0.99999F;
    const glm::vec3 at3 = glm::clamp((point - grid.origin) / grid.cell, glm::vec3(0), last);
    const glm::ivec3 i(at3);
    const glm::vec3 share = at3 - glm::vec3(i);
    const auto along = [&](int y, int z) {
        const std::size_t k = grid.index(i.x, i.y + y, i.z + z);
        return values[k] + share.x * (values[k + 1] - values[k]);
    };
    const float near = glm::mix(along(0, 0), along(1, 0), share.y);
    return glm::mix(near, glm::mix(along(0, 1), along(1, 1), share.y), share.z);
}

glm::vec3 Field::gradient(const glm::vec3& point) const
{
    glm::vec3 slope;
    for (int axis = 0; axis < 3; ++axis) {
        glm::vec3 step(0);
        step[axis] = grid.cell;
        slope[axis] = (sample(point + step) - sample(point - step)) / (2 * grid.cell);
    }
    return slope;
}

} // namespace knotmap::volume
