#pragma once

#include "app/model/placed_point.h"
#include "tests/support/shipped.h"

#include <string>
#include <vector>

namespace knotmap::testing {

/// One of several equal shares of all trigger points, so that a check of each of them is several
/// short tests instead of a long one (tests/support/case_each.h).
struct Share
{
    std::size_t number = 1, of = 1;
};

inline std::vector<Share> shares(std::size_t count)
{
    std::vector<Share> all;
    for (std::size_t number = 1; number <= count; ++number)
        all.push_back({number, count});
    return all;
}

/// "3 of 4"
inline std::string shareName(const Share& share)
{
    return std::to_string(share.number) + " of " + std::to_string(share.of);
}

/// The trigger points of a share, each on both sides.
inline std::vector<app::PlacedPoint> pointsOf(const Share& share)
{
    const std::vector<app::PlacedPoint> all = app::placePoints(shipped());
    std::vector<app::PlacedPoint> points;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (i / 2 % share.of == share.number - 1)
            points.push_back(all[i]);
    return points;
}

} // namespace knotmap::testing
