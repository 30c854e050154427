#include "engine/body/forearm_twist.h"

#include <algorithm>
#include <glm/geometric.hpp>
#include <optional>
#include <string_view>

namespace knotmap::body {

ForearmTwist::ForearmTwist(const std::vector<JointInstance>& joints)
{
    const auto find = [&](std::string_view id) {
        for (std::uint32_t i = 0; i < joints.size(); ++i)
            if (joints[i].id == id && joints[i].side == core::Side::Right)
                return std::optional(i);
        return std::optional<std::uint32_t>();
    };
    const auto elbow = find("elbow"), radius = find("radioulnar"), wrist = find("wrist");
    m_known = elbow && radius && wrist;
    if (!m_known)
        return;
    m_ulna = *elbow;
    m_radius = *radius;
    m_from = joints[*radius].at;
    const glm::vec3 way = joints[*wrist].at - m_from;
    m_way = way / glm::dot(way, way);
}

void ForearmTwist::share(const glm::vec3& place, float* shares) const
{
    if (!m_known)
        return;
    const float both = shares[m_ulna] + shares[m_radius];
    if (both <= 0)
        return;
    const float along = std::clamp(glm::dot(place - m_from, m_way), 0.0F, 1.0F);
    shares[m_radius] = both * along;
    shares[m_ulna] = both * (1 - along);
}

} // namespace knotmap::body
