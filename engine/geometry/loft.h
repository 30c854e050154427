#pragma once

#include "engine/geometry/mesh.h"

namespace knotmap::geometry {

/// A closed tube with two rounded ends. `points` holds `rings` closed rings of `columns` (even)
/// points, ring by ring from the first pole to the second, in mm. See docs/data-format.md.
struct Loft
{
    int rings = 0;
    int columns = 0;
    std::vector<glm::vec3> points;
    glm::vec3 firstPole{0}, secondPole{0};

    const glm::vec3& at(int ring, int column) const
    {
        return points[static_cast<std::size_t>(ring * columns + column)];
    }
};

/// Builds the closed surface of the loft with edges of about `edgeMm`.
Mesh buildLoft(const Loft& loft, float edgeMm);

} // namespace knotmap::geometry
