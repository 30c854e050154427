#include "engine/posture/weight_limits.h"

#include <cmath>
#include <glm/geometric.hpp>
#include <string>

namespace knotmap::posture {
namespace {

using anatomy::BodyPart;
using core::Side;

/// Of a body borne elsewhere, this fraction of the upper body leans on an arm or a leg; this
/// fraction of the chest rests on a lying head.
constexpr float kLeantShare = 0.25F;
/// For standing on two feet and shifting from one to the other.
constexpr float kMaxOnFoot = 0.75F;
/// An arm or a leg of a body borne by limbs only; a tool under the trunk.
constexpr float kMaxOnLimb = 0.6F, kMaxUnderLeg = 0.8F, kMaxUnderTrunk = 0.65F;
constexpr float kMinOfSeat = 0.5F, kMinOnFloor = 0.35F;
/// Of the upper body, on the shoulder in side lying.
constexpr float kOnShoulderShare = 0.6F;

std::size_t index(Side side)
{
    return side == Side::Left ? 1 : 0;
}

/// Whether one hip is above the other.
bool liesOnSide(const BodyChain& chain)
{
    constexpr float kMostlyUp = 0.7F;
    std::vector<glm::vec3> hips;
    for (std::size_t i = 0; i < chain.links.size(); ++i)
        if (chain.parts[i].bodyPart == BodyPart::Thigh)
            hips.push_back(chain.links[i].jointMm);
    return hips.size() == 2 &&
           std::abs(hips[0].y - hips[1].y) > kMostlyUp * glm::distance(hips[0], hips[1]);
}

} // namespace

WeightLimits::WeightLimits(const BodyChain& chain, const std::vector<Touch>& touches)
    : m_chain(chain)
{
    m_onHip = liesOnSide(chain);
    bool onFeet = false, elsewhere = false;
    for (const Touch& touch : touches) {
        if (touch.wall || touch.name.empty())
            continue;
        const BodyChain::Part& part = chain.parts[touch.push.link];
        const bool seat = touch.name == "seat";
        m_onSeat = m_onSeat || seat;
        m_trunkBorne = m_trunkBorne || seat || part.group == BodyGroup::Trunk;
        m_onHips = m_onHips || part.bodyPart == BodyPart::PelvicGirdle ||
                   (touch.tool && part.bodyPart == BodyPart::Thigh);
        m_chestBorne = m_chestBorne || part.bodyPart == BodyPart::Thorax;
        if (part.group == BodyGroup::Leg && !seat && !touch.tool)
            m_legBorne[index(part.side)] = true;
        (part.bodyPart == BodyPart::Foot && !touch.tool ? onFeet : elsewhere) = true;
    }
    m_stands = onFeet && !elsewhere;
}

float WeightLimits::mass(BodyPart part) const
{
    float sum = 0;
    for (std::size_t i = 0; i < m_chain.links.size(); ++i)
        if (m_chain.parts[i].bodyPart == part)
            sum += m_chain.links[i].mass;
    return sum;
}

float WeightLimits::maxOfLimb(const BodyChain::Part& part) const
{
    const float upper = m_chain.mass(BodyGroup::Head) + m_chain.mass(BodyGroup::Arm) +
                        mass(BodyPart::Thorax) + mass(BodyPart::Abdomen);
    if (part.group == BodyGroup::Arm)
        return m_trunkBorne ? m_chain.mass(BodyGroup::Arm, part.side) +
                                  (m_onHip ? kOnShoulderShare : kLeantShare) * upper
                            : kMaxOnLimb;
    const float leg = m_chain.mass(BodyGroup::Leg, part.side);
    if (m_stands)
        return kMaxOnFoot;
    if (!m_trunkBorne)
        return kMaxOnLimb;
    // On a hip's side: the legs, the pelvis and what leans on it.
    if (m_onHip)
        return m_chain.mass(BodyGroup::Leg) + mass(BodyPart::PelvicGirdle) +
               mass(BodyPart::Abdomen);
    // A leg that lies on the other one is borne by it.
    if (m_chestBorne && !(m_legBorne[0] && m_legBorne[1]))
        return m_chain.mass(BodyGroup::Leg);
    return m_chestBorne ? leg : leg + kLeantShare * upper;
}

float WeightLimits::maxShare(const Touch& touch) const
{
    const BodyChain::Part& part = m_chain.parts[touch.push.link];
    if (touch.name == "seat")
        return 1;
    if (part.group == BodyGroup::Head)
        return m_chain.mass(BodyGroup::Head) + kLeantShare * mass(BodyPart::Thorax);
    if (part.group == BodyGroup::Trunk)
        return !touch.tool ? 1
               : part.bodyPart == BodyPart::Thorax
                   ? m_chain.mass(BodyGroup::Head) + m_chain.mass(BodyGroup::Arm) +
                         mass(BodyPart::Thorax) + mass(BodyPart::Abdomen) / 2
                   : kMaxUnderTrunk;
    if (touch.tool && part.bodyPart == BodyPart::Thigh && !m_trunkBorne)
        return kMaxUnderLeg;
    if (touch.tool && part.bodyPart == BodyPart::Thigh && !m_onSeat)
        return kMaxUnderTrunk; // the seat of who sits on the floor
    return maxOfLimb(part);
}

float WeightLimits::minUnderHips() const
{
    if (m_onSeat)
        return kMinOfSeat;
    return m_onHips && !m_chestBorne && !m_onHip ? kMinOnFloor : 0;
}

} // namespace knotmap::posture
