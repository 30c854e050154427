#pragma once

#include "engine/body/atlas.h"

#include <vector>

namespace knotmap::body {

/// The turn of the radius about the ulna, shared out along the forearm: none of it at the elbow,
/// all at the wrist. What lies near the bones follows them; skin and outer muscles would wring
/// like a cloth if all of the turn fell to the place where one bone comes nearer than the other.
class ForearmTwist
{
public:
    explicit ForearmTwist(const std::vector<JointInstance>& joints);

    /// Shares out what both bones have at a place of the right arm; `shares` has one a joint.
    void share(const glm::vec3& place, float* shares) const;

private:
    bool m_known = false;
    std::uint32_t m_ulna = 0, m_radius = 0;
    glm::vec3 m_from{0}, m_way{0}; ///< `m_way` over its own squared length
};

} // namespace knotmap::body
