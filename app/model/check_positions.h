#pragma once

#include "app/model/placed_point.h"
#include "engine/posture/solved_position.h"
#include "engine/words/tr.h"

#include <string>
#include <vector>

namespace knotmap::app {

/// The result for one trigger point's position.
struct PositionReport
{
    std::string point;
    core::Side side = core::Side::Right;
    std::string position;
    bool solved = false;      ///< false: described in words only
    posture::PositionFit fit; ///< including self-penetration, in `penetrationMm`
    float balanceMm = 0;      ///< distance of the centre of mass outside the support base
    std::string into =
        tr("the body sinks into its surroundings by"); ///< the worst penetration, in words
    float solveMs = 0;
    core::Faults faults; ///< each figure past its limit, in words
};

/// Solves every trigger point and side. Limits: tool and skin within 2 mm, 12 mm deep at most,
/// contact within 10 mm of the point, joints within their limits, supports within 10 mm, nothing
/// else deeper than 15 mm in objects or in the body itself, the centre of mass within 45 mm of the
/// support base, hands that reach their target.
std::vector<PositionReport> checkPositions(const Library& library);

/// The same for some trigger points; those without advice are left out.
std::vector<PositionReport> checkPositions(const Library& library,
                                           const std::vector<PlacedPoint>& points);

} // namespace knotmap::app
