#include "engine/bake/limb_twist.h"

#include <algorithm>
#include <glm/geometric.hpp>
#include <optional>

namespace knotmap::bake {

LimbTwist::LimbTwist(const std::vector<body::JointInstance>& joints, const Ids& ids, float begins)
    : m_begins(begins)
{
    const auto find = [&](std::string_view id) {
        for (std::uint32_t i = 0; i < joints.size(); ++i)
            if (joints[i].id == id && joints[i].side == core::Side::Right)
                return std::optional(i);
        return std::optional<std::uint32_t>();
    };
    const auto still = find(ids.still), turning = find(ids.turning), from = find(ids.from),
               to = find(ids.to);
    m_known = still && turning && from && to;
    if (!m_known)
        return;
    m_still = *still;
    m_turning = *turning;
    m_from = joints[*from].at;
    const glm::vec3 way = joints[*to].at - m_from;
    m_way = way / glm::dot(way, way);
}

LimbTwist LimbTwist::ofForearm(const std::vector<body::JointInstance>& joints)
{
    return {joints, {"elbow", "radioulnar", "radioulnar", "wrist"}, 0};
}

LimbTwist LimbTwist::ofUpperArm(const std::vector<body::JointInstance>& joints)
{
    constexpr float kDeltoid = 0.23F; // its thick part, as a fraction of the length to the elbow
    return {joints, {"brachium", "glenohumeral", "glenohumeral", "elbow"}, kDeltoid};
}

void LimbTwist::share(const glm::vec3& place, float* shares) const
{
    if (!m_known)
        return;
    const float both = shares[m_still] + shares[m_turning];
    if (both <= 0)
        return;
    const float way = glm::dot(place - m_from, m_way);
    const float along = std::clamp((way - m_begins) / (1 - m_begins), 0.0F, 1.0F);
    shares[m_turning] = both * along;
    shares[m_still] = both * (1 - along);
}

} // namespace knotmap::bake
