#pragma once

#include "engine/care/advice.h"
#include "engine/data/table.h"
#include "engine/referral/knowledge.h"

#include <string>
#include <vector>

namespace knotmap::care {

/// What lies near the skin that pressing could harm, and how one works there all the same.
struct Hazard
{
    std::string id, label;
    std::string reason;             ///< what lies there
    std::string instead;            ///< the adapted technique
    std::vector<std::string> tools; ///< ids of those that the adapted technique uses
    std::vector<std::string> sources;

    bool allows(const std::string& tool) const;
};

/// Reads what all hazards have. `tools` are those known, `leftOut` those left out for a fault of
/// their own; unknown tools and sources are faults.
void readHazard(Hazard& hazard, const data::Table& table, const std::vector<Tool>& tools,
                const std::vector<std::string>& leftOut, const referral::Knowledge& knowledge);

} // namespace knotmap::care
