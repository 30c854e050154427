#pragma once

#include "engine/data/document.h"

#include <glm/vec3.hpp>
#include <vector>

namespace knotmap::bake {

/// The form of head and neck without its features: distances from a leaning axis, by height along
/// it and angle from the front. Above `foot` the rows continue over a dome centred there. The
/// figures are interpolated by natural cubic splines.
class HeadForm
{
public:
    HeadForm() = default;
    /// `heights` and `anglesDeg` (0 to 180) ascend; `radii` row by row. `lean`: mm the axis moves
    /// back per mm downwards. `domeMm`: height that corresponds to a radian of the dome.
    HeadForm(const glm::vec3& foot, float lean, float domeMm, const std::vector<float>& heights,
             const std::vector<float>& anglesDeg, const std::vector<float>& radii);

    bool empty() const { return m_radii.empty(); }
    /// Signed distance in mm to the form, nearly exact close to it, negative inside. Symmetric.
    float distance(const glm::vec3& point) const;
    /// The greatest distance of the form from its axis, or from `foot` above it.
    float widestMm() const;
    const glm::vec3& foot() const { return m_foot; }

private:
    float at(int row, int column) const;
    float radius(float row, float column) const;

    glm::vec3 m_foot{0};
    float m_lean = 0, m_domeMm = 1, m_lowest = 0;
    int m_rows = 0, m_columns = 0;
    /// Every millimetre of height and every degree.
    std::vector<float> m_radii;
};

/// Reads skin/head.toml; faults are added to the document.
HeadForm readHeadForm(const data::Table& root);

} // namespace knotmap::bake
