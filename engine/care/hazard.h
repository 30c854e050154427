#pragma once

#include "engine/care/advice.h"
#include "engine/data/table.h"
#include "engine/referral/knowledge.h"

#include <string>
#include <vector>

namespace knotmap::care {

/// A superficial structure that pressing could harm, and how to work there nevertheless.
struct Hazard
{
    std::string id, label;
    std::string reason;             ///< what is there and what could be harmed
    std::string instead;            ///< the adapted technique
    std::vector<std::string> tools; ///< ids of those used in the adapted technique
    std::vector<std::string> sources;

    bool allows(const std::string& tool) const;
};

/// Reads what all hazards have in common. `tools` are the known ones, `leftOut` those left out for
/// a fault of their own; unknown tools and sources are faults.
void readHazard(Hazard& hazard, const data::Table& table, const std::vector<Tool>& tools,
                const std::vector<std::string>& leftOut, const referral::Knowledge& knowledge);

} // namespace knotmap::care
