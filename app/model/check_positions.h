#pragma once

#include "app/model/placed_point.h"
#include "engine/posture/solved_position.h"
#include "engine/words/tr.h"

#include <string>
#include <vector>

namespace knotmap::app {

/// What came of one point's position.
struct PositionReport
{
    std::string point;
    core::Side side = core::Side::Right;
    std::string position;
    bool solved = false;      ///< false: told in words alone
    posture::PositionFit fit; ///< with what the body does to itself in `penetrationMm`
    float balanceMm = 0;      ///< how far the centre of mass lies beyond all that carries
    std::string into =
        tr("the body sinks into its surroundings by"); ///< the worst penetration, in words
    float solveMs = 0;
    core::Faults faults; ///< each figure that is past its limit, in words
};

/// Solves every point and side. Limits: tool and skin within 2 mm, 12 mm deep at most, contact
/// within 10 mm of the point, joints within their limits, supports within 10 mm, nothing else
/// deeper than 15 mm in things or in the body itself, the centre of mass over what carries within
/// 45 mm, hands that come there.
std::vector<PositionReport> checkPositions(const Library& library);

/// The same for some points; those without advice are left out.
std::vector<PositionReport> checkPositions(const Library& library,
                                           const std::vector<PlacedPoint>& points);

} // namespace knotmap::app
