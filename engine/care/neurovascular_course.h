#pragma once

#include "engine/anatomy/catalogue.h"
#include "engine/care/hazard.h"

#include <string>
#include <vector>

namespace knotmap::care {

/// Where a vessel or nerve runs close under the skin; written for the right side, valid for both.
struct NeurovascularCourse : Hazard
{
    std::vector<std::string> namedBy; ///< a caution nearby must contain one of these words
    bool hardOnly = false;            ///< only a hard tool can harm it: it runs under thick muscle
    std::vector<std::vector<referral::Waypoint>> paths; ///< along the skin over it

    /// Whether a tool can harm it at all.
    bool isAtRiskFrom(const Tool& tool) const;
    /// Whether one of the texts mentions it, ignoring case.
    bool isNamedIn(const std::vector<std::string>& texts) const;
};

/// Reads one [[course]] of assets/care/vessels_and_nerves.toml. `tools` are the known ones,
/// `leftOut` those left out for a fault of their own. Fewer than two sources, a path of fewer than
/// two points and one that is not a landmark are faults.
NeurovascularCourse readNeurovascularCourse(const data::Table& table,
                                            const std::vector<Tool>& tools,
                                            const std::vector<std::string>& leftOut,
                                            const anatomy::Catalogue& catalogue,
                                            const referral::Knowledge& knowledge);

} // namespace knotmap::care
