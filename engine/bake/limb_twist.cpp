#include "engine/bake/limb_twist.h"

#include "engine/body/joint_instances.h"

#include <algorithm>
#include <glm/geometric.hpp>
#include <optional>

namespace knotmap::bake {

LimbTwist::LimbTwist(const std::vector<body::JointInstance>& joints, const Keys& keys, float begins)
    : m_begins(begins)
{
    const auto find = [&](const anatomy::JointKey& key) {
        return body::findJoint(joints, key, core::Side::Right);
    };
    const auto still = find(keys.still), turning = find(keys.turning), from = find(keys.from),
               to = find(keys.to);
    m_known = still && turning && from && to;
    if (!m_known)
        return;
    m_still = *still;
    m_turning = *turning;
    m_from = joints[*from].at;
    const glm::vec3 axis = joints[*to].at - m_from;
    m_axis = axis / glm::dot(axis, axis);
}

LimbTwist LimbTwist::ofForearm(const std::vector<body::JointInstance>& joints)
{
    return {
        joints,
        {anatomy::kElbow, anatomy::kForearmRotation, anatomy::kForearmRotation, anatomy::kWrist},
        0};
}

LimbTwist LimbTwist::ofUpperArm(const std::vector<body::JointInstance>& joints)
{
    constexpr float kDeltoid = 0.23F; // its thick part, as a share of the way to the elbow
    return {joints,
            {anatomy::kUpperArmFlesh, anatomy::kShoulder, anatomy::kShoulder, anatomy::kElbow},
            kDeltoid};
}

void LimbTwist::share(const glm::vec3& point, float* shares) const
{
    if (!m_known)
        return;
    const float both = shares[m_still] + shares[m_turning];
    if (both <= 0)
        return;
    const float fraction = glm::dot(point - m_from, m_axis);
    const float along = std::clamp((fraction - m_begins) / (1 - m_begins), 0.0F, 1.0F);
    shares[m_turning] = both * along;
    shares[m_still] = both * (1 - along);
}

} // namespace knotmap::bake
