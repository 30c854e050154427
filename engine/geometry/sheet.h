#pragma once

#include "engine/geometry/mesh.h"

#include <glm/vec4.hpp>

namespace knotmap::geometry {

/// A fibre sheet: the middle surface of a muscle (or of a plate of bone) and its thickness.
/// `points` holds `rows` curves of `columns` control points, row by row from origin to
/// insertion: x, y, z and thickness, all in mm. See docs/data-format.md.
struct Sheet
{
    int rows = 0;
    int columns = 0;
    std::vector<glm::vec4> points;
    float fleshBegin = 0; ///< fraction of the length where tendon turns to muscle
    float fleshEnd = 1;   ///< fraction of the length where muscle turns to tendon

    const glm::vec4& at(int row, int column) const
    {
        return points[static_cast<std::size_t>(row * columns + column)];
    }
};

/// A point of a sheet with its local frame.
struct SheetFrame
{
    glm::vec3 middle; ///< on the middle surface, mm
    glm::vec3 fibre;  ///< unit, from origin to insertion
    glm::vec3 normal; ///< unit
    float thickness;  ///< mm, from face to face, edge rounding applied
};

/// Evaluates the sheet by not-a-knot cubic splines. `along` and `across` run from 0 to 1.
SheetFrame evaluate(const Sheet& sheet, float along, float across);

/// Builds the closed surface of the sheet with fibre attributes. `edgeMm` is the target edge
/// length; the mesh has at least 8 rows and 8 columns per face.
Mesh buildSheet(const Sheet& sheet, float edgeMm);

} // namespace knotmap::geometry
