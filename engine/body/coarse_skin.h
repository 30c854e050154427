#pragma once

#include "engine/body/atlas.h"
#include "engine/body/rigid_transform.h"
#include "engine/geometry/surface.h"

#include <vector>

namespace knotmap::body {

/// The skin in far fewer triangles, for frequent queries with a tolerance of a few millimetres.
/// Knows which joints carry what.
class CoarseSkin
{
public:
    explicit CoarseSkin(const Atlas& atlas);

    const geometry::Surface& surface() const { return m_surface; }
    /// Whether the skin at a triangle moves with a joint: an eighth of its move or more.
    bool goesWith(std::uint32_t triangle, std::uint32_t joint) const;
    /// The joint that moves a triangle most.
    std::uint32_t jointOf(std::uint32_t triangle) const;
    /// The blended move of a triangle; `moves` has one per joint.
    RigidTransform transformAt(std::uint32_t triangle,
                               const std::vector<RigidTransform>& transforms) const;
    /// The same triangles moved.
    geometry::Mesh posed(const std::vector<RigidTransform>& transforms) const;
    /// Bounds of the skin that moves with a joint, in the measured stance.
    const geometry::Bounds& extentOf(std::uint32_t joint) const { return m_extents[joint]; }

private:
    std::vector<JointWeights> m_weights; ///< of the vertices kept
    geometry::Surface m_surface;
    std::vector<geometry::Bounds> m_extents; ///< one per joint
};

} // namespace knotmap::body
