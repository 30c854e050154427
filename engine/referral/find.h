#pragma once

#include "engine/core/side.h"
#include "engine/referral/knowledge.h"

#include <optional>
#include <string>
#include <vector>

namespace knotmap::referral {

/// A place of pain asked about; no side means either.
struct PainQuery
{
    std::string region;
    std::optional<core::Side> side;
};

/// A point that may explain the pain.
struct Finding
{
    const Point* point = nullptr;
    core::Side side = core::Side::Right;
    double score = 0; ///< 0 to 1
    /// The regions asked about that its zone covers, with side where asked with one.
    std::vector<std::string> essential, spillover;
    std::string why; ///< one sentence
};

/// Ranks points by how well their zones explain the pain: essential above spillover, common
/// above rare, more of the asked regions above fewer, a focused zone above a wide one. A point that
/// is `local` explains no pain but that of a finger on it, and is never among them.
std::vector<Finding> findPoints(const Knowledge& knowledge, const anatomy::Catalogue& catalogue,
                                const std::vector<PainQuery>& pain, std::size_t top);

} // namespace knotmap::referral
