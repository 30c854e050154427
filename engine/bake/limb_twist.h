#pragma once

#include "engine/body/atlas.h"

#include <vector>

namespace knotmap::bake {

/// The turn of a bone about its own length, shared out along the limb. What lies near the bones
/// follows them; skin and outer muscles would wring like a cloth if all of the turn fell to one
/// place.
class LimbTwist
{
public:
    /// The radius about the ulna: none of it at the elbow, all at the wrist.
    static LimbTwist ofForearm(const std::vector<body::JointInstance>& joints);
    /// The humerus in the shoulder: none of it about the deltoid, all at the elbow.
    static LimbTwist ofUpperArm(const std::vector<body::JointInstance>& joints);

    /// Shares out what both joints have at a place of the right arm; `shares` has one per joint.
    void share(const glm::vec3& place, float* shares) const;

private:
    struct Keys
    {
        anatomy::JointKey still, turning, from, to;
    };

    /// The turn begins at `begins` of the way and is whole at its end.
    LimbTwist(const std::vector<body::JointInstance>& joints, const Keys& keys, float begins);

    bool m_known = false;
    std::uint32_t m_still = 0, m_turning = 0;
    glm::vec3 m_from{0}, m_way{0}; ///< `m_way` over its own squared length
    float m_begins = 0;
};

} // namespace knotmap::bake
