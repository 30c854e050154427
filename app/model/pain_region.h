#pragma once

#include "engine/core/side.h"

#include <optional>
#include <string>

namespace knotmap::app {

/// A region marked as painful or highlighted; no side: either or the midline.
struct PainRegion
{
    std::string region;
    std::optional<core::Side> side;

    bool operator==(const PainRegion& other) const
    {
        return region == other.region && side == other.side;
    }
    /// "temple.left", or "temple" where no side was given.
    std::string name() const { return side ? core::instanceName(region, *side) : region; }
};

} // namespace knotmap::app
