#pragma once

#include "engine/posture/touches.h"

namespace knotmap::posture {

/// How much of the body each of its parts can carry at most in a position, by the masses of the
/// segments: what lies on something through a joint carries what hangs on it, and of the trunk what
/// may lean on it. Shares of the body's weight.
class WeightLimits
{
public:
    WeightLimits(const BodyChain& chain, const std::vector<Touch>& touches);

    /// For what touches with that name, by one of its touches.
    float most(const Touch& touch) const;
    /// What seat, buttocks and a tool under hips or thighs carry at least, together; 0 for who does
    /// not sit.
    float leastUnderHips() const;
    /// For all that touches of an arm or a leg.
    float mostOfLimb(const BodyChain::Part& part) const;
    bool stands() const { return m_stands; }
    bool lies() const { return m_chestBorne; }

private:
    /// Of the segments of a part of the body, of both sides.
    float mass(anatomy::BodyPart part) const;

    const BodyChain& m_chain;
    bool m_trunkBorne = false, m_chestBorne = false, m_onSeat = false, m_onHips = false;
    bool m_stands = false;
    bool m_legBorne[2] = {false, false}; ///< right, left
    bool m_onHip = false;                ///< lies on the side of a hip
};

} // namespace knotmap::posture
