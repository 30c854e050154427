#pragma once

#include "engine/variants/build_tables.h"

namespace knotmap::variants {

/// The smoothest displacement of space that meets all stations and their mirror images: the
/// three-dimensional thin plate spline, whose kernel is the distance, with a linear part.
class ThinPlate
{
public:
    explicit ThinPlate(const std::vector<Station>& stations);

    glm::vec3 at(const glm::vec3& point) const;

private:
    std::vector<glm::vec3> m_points, m_weights;
    glm::vec3 m_constant{0}, m_linear[3]{};
};

} // namespace knotmap::variants
