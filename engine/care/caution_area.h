#pragma once

#include "engine/anatomy/catalogue.h"
#include "engine/care/hazard.h"

#include <string>
#include <vector>

namespace knotmap::care {

/// A brush stroke of a caution area: along the skin through landmarks of one side.
struct AreaStroke
{
    std::vector<referral::Waypoint> through;
    float radiusMm = 0;
};

/// An area of the skin where perpendicular pressure is inadvisable; written for the right side,
/// valid for both.
struct CautionArea : Hazard
{
    std::vector<AreaStroke> strokes;
};

/// Reads one [[area]] of assets/care/caution_areas.toml. `tools` are the known ones, `leftOut`
/// those left out for a fault of their own.
CautionArea readCautionArea(const data::Table& table, const std::vector<Tool>& tools,
                            const std::vector<std::string>& leftOut,
                            const anatomy::Catalogue& catalogue,
                            const referral::Knowledge& knowledge);

} // namespace knotmap::care
