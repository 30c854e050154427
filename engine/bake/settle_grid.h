#pragma once

#include "engine/geometry/sheet.h"

#include <vector>

namespace knotmap::bake {

/// A place of a sheet's grid.
struct GridPlace
{
    glm::vec3 middle{0}; ///< on the middle surface, mm
    glm::vec3 normal{0}; ///< unit
    float thickness = 0; ///< mm, from face to face
    float edge = 0;      ///< share of the table's thickness left here by the rounded edge

    /// A place of one face: side 1 along the normal, -1 against it, 0 the middle.
    glm::vec3 face(float side) const { return middle + normal * (side * thickness / 2); }
};

/// What one place of the grid asks of the sheet.
struct Wish
{
    glm::vec3 shift{0};  ///< of the middle, mm
    float thickness = 0; ///< change of the table's thickness, mm
    float weight = 0;
};

/// Evenly spaced places of a sheet, whose splines are linear in the sheet's figures: so moves
/// that the places ask for become figures by one linear least-squares problem, and are as smooth
/// as the sheet itself.
class SheetGrid
{
public:
    /// Ready for every sheet of as many rows and columns as `sheet`; `along` and `across` are the
    /// parameters of the places, 0 to 1.
    SheetGrid(const geometry::Sheet& sheet, const std::vector<float>& along,
              const std::vector<float>& across);

    std::size_t size() const { return m_along.size() * m_across.size(); }

    /// All places, row by row.
    std::vector<GridPlace> placesOf(const geometry::Sheet& sheet) const;

    /// Changes of the sheet's figures that come nearest to the wishes, one a place: x, y, z,
    /// thickness, in the order of its points. `stiffness` weighs the second differences of the
    /// changes against the wishes, 0.01 (supple) to 1.
    std::vector<glm::vec4> figuresFor(const std::vector<Wish>& wishes, double stiffness) const;

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

/// Evenly spaced parameters: from 0 to 1, or half a step within both.
std::vector<float> fromEdgeToEdge(int count);
std::vector<float> withinEdges(int count);

} // namespace knotmap::bake
