#pragma once

#include "engine/variants/warp.h"

namespace knotmap::variants {

/// How a body changes with its stature: every height stretches by its own measure, breadth and
/// depth by another. The lowest place stays.
class Stretch
{
public:
    /// Neither taller nor shorter.
    Stretch() = default;
    /// Brings the height `fromMm` above `soleMm` to `toMm`. With fewer than two entries in
    /// `growth` all of the body grows in proportion.
    Stretch(const std::vector<Growth>& growth, float soleMm, float fromMm, float toMm);

    /// Follows a place that was warped already: the slopes are multiplied.
    Warped after(const Warped& warped) const;

private:
    struct Step
    {
        float low, height;           ///< of a stretch of the body, mm
        float above;                 ///< where its lower end comes to
        float length[2], breadth[2]; ///< factors at its lower and upper end
    };
    std::vector<Step> m_steps;
};

} // namespace knotmap::variants
