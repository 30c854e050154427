#pragma once

#include "engine/body/atlas.h"

#include <vector>

namespace knotmap::bake {

/// The axial rotation of a bone, distributed along the limb. What lies near the bones follows them;
/// skin and outer muscles would be wrung like a cloth if all of the rotation occurred at one point.
class LimbTwist
{
public:
    /// The radius about the ulna: no rotation at the elbow, all of it at the wrist.
    static LimbTwist ofForearm(const std::vector<body::JointInstance>& joints);
    /// The humerus in the shoulder: no rotation at the deltoid, all of it at the elbow.
    static LimbTwist ofUpperArm(const std::vector<body::JointInstance>& joints);

    /// Distributes the weights of both joints at a point of the right arm; `shares` has one per
    /// joint.
    void share(const glm::vec3& point, float* shares) const;

private:
    struct Keys
    {
        anatomy::JointKey still, turning, from, to;
    };

    /// The turn begins at `begins` of the way and is whole at its end.
    LimbTwist(const std::vector<body::JointInstance>& joints, const Keys& keys, float begins);

    bool m_known = false;
    std::uint32_t m_still = 0, m_turning = 0;
    glm::vec3 m_from{0}, m_axis{0}; ///< the axis over its squared length
    float m_begins = 0;
};

} // namespace knotmap::bake
