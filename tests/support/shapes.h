#pragma once

#include "engine/geometry/loft.h"
#include "engine/geometry/mesh.h"
#include "engine/geometry/sheet.h"

#include <cmath>

namespace knotmap::testing {

/// A ball as a loft: a closed, smooth, known solid.
inline geometry::Mesh ball(const glm::vec3& centre, float radius, float edgeMm = 3)
{
    constexpr int kRings = 7, kColumns = 12;
    geometry::Loft loft;
    loft.rings = kRings;
    loft.columns = kColumns;
    loft.firstPole = centre - glm::vec3(0, 0, radius);
    loft.secondPole = centre + glm::vec3(0, 0, radius);
    for (int ring = 1; ring <= kRings; ++ring) {
        const float polar = static_cast<float>(M_PI) * static_cast<float>(ring) / (kRings + 1);
        for (int column = 0; column < kColumns; ++column) {
            const float turn = 2 * static_cast<float>(M_PI) * static_cast<float>(column) / kColumns;
            loft.points.push_back(centre + radius * glm::vec3(std::sin(polar) * std::cos(turn),
                                                              std::sin(polar) * std::sin(turn),
                                                              -std::cos(polar)));
        }
    }
    return buildLoft(loft, edgeMm);
}

/// A flat strap 100 mm long (along Y), 40 mm wide (along X) and 10 mm thick (along Z).
inline geometry::Sheet strap()
{
    geometry::Sheet sheet;
    sheet.rows = 5;
    sheet.columns = 5;
    for (int row = 0; row < 5; ++row)
        for (int column = 0; column < 5; ++column)
            sheet.points.emplace_back(10.0F * static_cast<float>(column),
                                      25.0F * static_cast<float>(row), 0.0F, 10.0F);
    return sheet;
}

} // namespace knotmap::testing
