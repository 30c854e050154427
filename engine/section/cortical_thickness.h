#pragma once

#include "engine/geometry/mesh.h"

namespace knotmap::section {

/// How thick a bone's compact wall is drawn: a thin cortex over spongy bone, and in the shaft of a
/// long bone a wall of about a fifth of its width. A rule of proportion, not a measurement.
class CorticalThickness
{
public:
    CorticalThickness() = default;
    explicit CorticalThickness(const geometry::Mesh& bone);

    /// At a point of the mesh, mm.
    float at(const glm::vec3& point) const;

private:
    glm::vec3 m_middle{0}, m_axis{0}; ///< axis: unit, along the longest extent
    float m_low = 0, m_high = 0;      ///< the ends along the axis
    float m_thin = 0, m_shaft = 0;    ///< mm; shaft 0: not a long bone
};

} // namespace knotmap::section
