#pragma once

#include "engine/variants/warp.h"

namespace knotmap::variants {

/// How a body changes with its stature: each height stretches by its own factor, breadth and depth
/// by another. The lowest point is fixed.
class Stretch
{
public:
    /// Neither taller nor shorter.
    Stretch() = default;
    /// Maps the height `fromMm` above `soleMm` to `toMm`. With fewer than two entries in `growth`
    /// the whole body grows in proportion.
    Stretch(const std::vector<Growth>& growth, float soleMm, float fromMm, float toMm);

    /// Applied to an already warped point: the Jacobians are multiplied.
    Warped after(const Warped& warped) const;

private:
    struct Step
    {
        float low, height;           ///< of a stretch of the body, mm
        float above;                 ///< where its lower end is mapped to
        float length[2], breadth[2]; ///< factors at its lower and upper end
    };
    std::vector<Step> m_steps;
};

} // namespace knotmap::variants
