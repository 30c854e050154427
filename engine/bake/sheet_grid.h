#pragma once

#include "engine/geometry/sheet.h"

#include <vector>

namespace knotmap::bake {

/// A point of a sheet's grid.
struct GridPoint
{
    glm::vec3 middle{0}; ///< on the middle surface, mm
    glm::vec3 normal{0}; ///< unit
    float thickness = 0; ///< mm, from face to face
    float edge = 0;      ///< fraction of the table's thickness left here by the rounded edge

    /// A point of one face: side 1 along the normal, -1 against it, 0 the middle.
    glm::vec3 face(float side) const { return middle + normal * (side * thickness / 2); }
};

/// What one point of the grid asks of the sheet.
struct PointTarget
{
    glm::vec3 shift{0};  ///< displacement of the middle, mm
    float thickness = 0; ///< change of the table's thickness, mm
    float weight = 0;
};

/// Evenly spaced points of a sheet, whose splines are linear in the sheet's figures: the
/// displacements that the points ask for are turned into figures by one linear least-squares
/// problem, and are as smooth as the sheet itself.
class SheetGrid
{
public:
    /// Usable for every sheet with as many rows and columns as `sheet`; `along` and `across` are
    /// the parameters of the points, 0 to 1.
    SheetGrid(const geometry::Sheet& sheet, const std::vector<float>& along,
              const std::vector<float>& across);

    std::size_t size() const { return m_along.size() * m_across.size(); }

    /// All points, row by row.
    std::vector<GridPoint> pointsOf(const geometry::Sheet& sheet) const;

    /// Changes of the sheet's figures that best satisfy the targets, one per point: x, y, z,
    /// thickness, in the order of its points. `stiffness` weighs the second differences of the
    /// changes against the targets, 0.01 (supple) to 1.
    std::vector<glm::vec4> figuresFor(const std::vector<PointTarget>& targets,
                                      double stiffness) const;

private:
    struct Weights
    {
        float parameter = 0;
        std::vector<float> value, slope;
    };
    static std::vector<Weights> weightsOf(int count, const std::vector<float>& parameters);

    int m_rows, m_columns;
    std::vector<Weights> m_along, m_across;
};

/// Evenly spaced parameters: from 0 to 1, or inset by half a step at both ends.
std::vector<float> fromEdgeToEdge(int count);
std::vector<float> withinEdges(int count);

} // namespace knotmap::bake
