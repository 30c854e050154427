#include "engine/section/cortical_thickness.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/gtc/constants.hpp>
#include <glm/mat3x3.hpp>

namespace knotmap::section {
namespace {

constexpr float kThinMm = 1.1F;
constexpr float kThickestMm = 7.5F;
/// As a fraction of a shaft's width.
constexpr float kWallShare = 0.21F;
/// Minimum ratio of a long bone's length to twice its greatest distance from the axis.
constexpr float kLongRatio = 3;
/// Fractions of the length from either end over which the wall grows to its full thickness.
constexpr float kEndShare = 0.07F, kShaftShare = 0.32F;

/// The direction of the largest spread of the vertices (power iteration on their covariance).
glm::vec3 longAxis(const std::vector<glm::vec3>& points, const glm::vec3& middle)
{
    glm::mat3 spread(0);
    for (const glm::vec3& point : points)
        spread += glm::outerProduct(point - middle, point - middle);
    glm::vec3 axis(0.3F, 0.9F, 0.2F);
    for (int round = 0; round < 30; ++round) {
        const glm::vec3 next = spread * axis;
        const float length = glm::length(next);
        if (length < 1e-6F)
            break;
        axis = next / length;
    }
    return axis;
}

} // namespace

CorticalThickness::CorticalThickness(const geometry::Mesh& bone)
{
    if (bone.positions.empty())
        return;
    m_thin = kThinMm;
    for (const glm::vec3& point : bone.positions)
        m_middle += point / static_cast<float>(bone.positions.size());
    m_axis = longAxis(bone.positions, m_middle);
    m_low = 1e30F;
    m_high = -1e30F;
    float aside = 0;
    for (const glm::vec3& point : bone.positions) {
        const float along = glm::dot(point - m_middle, m_axis);
        m_low = std::min(m_low, along);
        m_high = std::max(m_high, along);
        aside = std::max(aside, glm::length(point - m_middle - along * m_axis));
    }
    const float length = m_high - m_low;
    const auto content = static_cast<float>(std::abs(geometry::volume(bone)));
    if (length < 1 || content < 1)
        return;
    const float breadth = 2 * std::sqrt(content / (length * glm::pi<float>()));
    if (length > kLongRatio * 2 * aside)
        m_shaft = std::clamp(kWallShare * breadth, kThinMm, kThickestMm);
    // Where a bone is itself as thin as a coin the cortex must not fill it.
    m_thin = std::min(m_thin, 0.12F * breadth);
}

float CorticalThickness::at(const glm::vec3& point) const
{
    if (m_shaft <= m_thin)
        return m_thin;
    const float along = glm::dot(point - m_middle, m_axis);
    const float fromEnd = std::min(along - m_low, m_high - along) / (m_high - m_low);
    const float share = std::clamp((fromEnd - kEndShare) / (kShaftShare - kEndShare), 0.0F, 1.0F);
    return glm::mix(m_thin, m_shaft, share * share * (3 - 2 * share));
}

} // namespace knotmap::section
