#pragma once

#include "engine/posture/touches.h"

namespace knotmap::posture {

/// The maximum load on each body part in a position, by the masses of the segments: a part in
/// contact bears what is attached to it through joints, and the fraction of the trunk that may lean
/// on it. Fractions of body weight.
class WeightLimits
{
public:
    WeightLimits(const BodyChain& chain, const std::vector<Touch>& touches);

    /// For the body part of that name, by one of its contacts.
    float maxShare(const Touch& touch) const;
    /// Minimum combined load of seat, buttocks and a tool under hips or thighs; 0 if not sitting.
    float minUnderHips() const;
    /// For all contacts of an arm or a leg.
    float maxOfLimb(const BodyChain::Part& part) const;
    bool stands() const { return m_stands; }
    bool lies() const { return m_chestBorne; }

private:
    /// Of the segments of a part of the body, of both sides.
    float mass(anatomy::BodyPart part) const;

    const BodyChain& m_chain;
    bool m_trunkBorne = false, m_chestBorne = false, m_onSeat = false, m_onHips = false;
    bool m_stands = false;
    bool m_legBorne[2] = {false, false}; ///< right, left
    bool m_onHip = false;                ///< side-lying on a hip
};

} // namespace knotmap::posture
