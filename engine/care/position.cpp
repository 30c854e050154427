#include "engine/care/position.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace knotmap::care {
namespace {

using data::Need;
using data::Table;

const std::vector<std::pair<std::string_view, Stance>>& stances()
{
    static const std::vector<std::pair<std::string_view, Stance>> kStances = {
        {"upright", Stance::Upright},      {"back", Stance::Back},
        {"front", Stance::Front},          {"side", Stance::Side},
        {"other-side", Stance::OtherSide},
    };
    return kStances;
}

Stance readStance(const Table& table)
{
    const std::string text = table.text("stance");
    std::vector<std::string> known;
    for (const auto& [name, stance] : stances()) {
        if (name == text)
            return stance;
        known.emplace_back(name);
    }
    if (!text.empty())
        table.fault("stance", fmt::format("'{}' is no stance: {}", text, fmt::join(known, ", ")));
    return Stance::Upright;
}

/// One figure a step, in per cent.
std::vector<float> readWay(const Table& table, std::size_t steps)
{
    constexpr int kWhole = 100;
    std::vector<float> way;
    for (const int percent : table.integers("way_percent", Need::Optional)) {
        if (percent < 0 || percent > kWhole)
            table.fault("way_percent", fmt::format("{} is no share of the way: use 0 (standing) to "
                                                   "100 (in the position)",
                                                   percent));
        way.push_back(static_cast<float>(percent) / kWhole);
    }
    if (!way.empty() && way.size() != steps)
        table.fault("way_percent",
                    fmt::format("has {} figures for {} steps: give one each", way.size(), steps));
    return way;
}

std::optional<Posture> readPosture(const Table& table, const std::vector<anatomy::Joint>& joints,
                                   std::size_t steps)
{
    // Faults in these tables are their own: the position keeps its words.
    const auto stance = table.table("posture", Need::Optional);
    if (!stance)
        return std::nullopt;
    Posture posture;
    posture.stance = readStance(*stance);
    if (stance->has("lean_deg"))
        posture.leanDeg = static_cast<float>(stance->number("lean_deg", -60, 60));
    posture.ownSideHand = stance->flag("own_side_hand", false);
    posture.way = readWay(*stance, steps);
    stance->rejectOthers();
    bool sound = stance->sound();
    if (const auto pose = table.table("pose", Need::Optional)) {
        const PoseAngles read = readPoseAngles(*pose, joints);
        posture.angles = read.angles;
        sound = sound && read.sound;
    }
    return sound ? std::optional(posture) : std::nullopt;
}

} // namespace

bool Position::rests(std::string_view support) const
{
    return std::find(supports.begin(), supports.end(), support) != supports.end();
}

Position readPosition(const Table& table, const std::vector<anatomy::Joint>& joints)
{
    Position position;
    position.id = table.id("id");
    position.label = table.text("label");
    position.supports = table.texts("supports");
    position.pressure = table.text("pressure");
    position.steps = table.texts("steps");
    position.posture = readPosture(table, joints, position.steps.size());
    return position;
}

} // namespace knotmap::care
