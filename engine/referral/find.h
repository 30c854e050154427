#pragma once

#include "engine/core/side.h"
#include "engine/referral/knowledge.h"

#include <optional>
#include <string>
#include <vector>

namespace knotmap::referral {

/// A queried site of pain; no side means either.
struct PainQuery
{
    std::string region;
    std::optional<core::Side> side;
};

/// A trigger point that may explain the pain.
struct Finding
{
    const Point* point = nullptr;
    core::Side side = core::Side::Right;
    double score = 0; ///< 0 to 1
    /// The queried regions that its zone covers, with side if queried with one.
    std::vector<std::string> essential, spillover;
    std::string why; ///< one sentence
};

/// Ranks trigger points by how well their zones explain the pain: essential above spillover, common
/// above rare, more of the queried regions above fewer, a focused zone above a wide one. A point
/// that is `local` explains only the pain of pressing on it, and is never among them.
std::vector<Finding> findPoints(const Knowledge& knowledge, const anatomy::Catalogue& catalogue,
                                const std::vector<PainQuery>& pain, std::size_t top);

} // namespace knotmap::referral
