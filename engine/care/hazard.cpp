#include "engine/care/hazard.h"

#include "engine/care/known_ids.h"

namespace knotmap::care {

bool Hazard::allows(const std::string& tool) const
{
    return contains(tools, tool);
}

void readHazard(Hazard& hazard, const data::Table& table, const std::vector<Tool>& tools,
                const std::vector<std::string>& leftOut, const referral::Knowledge& knowledge)
{
    hazard.id = table.id("id");
    hazard.label = table.text("label");
    hazard.reason = table.text("reason");
    hazard.instead = table.text("instead");
    hazard.tools = table.texts("tools");
    hazard.sources = table.texts("sources");
    checkKnown(table, "tools", "tool", hazard.tools, tools, leftOut);
    checkIds(table, "sources", "source", hazard.sources, knowledge.sources,
             knowledge.sourcesLeftOut);
}

} // namespace knotmap::care
