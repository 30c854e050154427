#include "engine/care/position.h"

#include "engine/care/known_ids.h"
#include "engine/words/tr.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <utility>

namespace knotmap::care {
namespace {

using data::Need;
using data::Table;

/// Placeholder in a step for the tool used.
constexpr std::string_view kToolToken = "{tool}";

bool namesTool(const std::vector<std::string>& steps)
{
    return std::any_of(steps.begin(), steps.end(), [](const std::string& step) {
        return step.find(kToolToken) != std::string::npos;
    });
}

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
        table.fault("stance", trf("'{}' is not a stance: use {}", text, fmt::join(known, ", ")));
    return Stance::Upright;
}

/// What a body can rest on.
std::vector<std::string> readSupports(const Table& table)
{
    static constexpr std::array<std::string_view, 14> kKnown = {
        "wall",  "doorway", "floor", "mat",        "chair",      "chair-back", "bed",
        "table", "feet",    "hands", "other-foot", "other-knee", "pillow",     "cushion"};
    std::vector<std::string> supports = table.texts("supports");
    for (const std::string& each : supports)
        if (std::find(kKnown.begin(), kKnown.end(), each) == kKnown.end())
            table.fault("supports",
                        trf("'{}' is not a support: use {}", each, fmt::join(kKnown, ", ")));
    return supports;
}

/// One figure per step, in per cent.
std::vector<float> readBlend(const Table& table, std::size_t steps)
{
    constexpr int kWhole = 100;
    std::vector<float> blend;
    for (const int percent : table.integers("way_percent", Need::Optional)) {
        if (percent < 0 || percent > kWhole)
            table.fault("way_percent",
                        trf("{} is not a valid percentage: use 0 (standing) to 100 (in position)",
                            percent));
        blend.push_back(static_cast<float>(percent) / kWhole);
    }
    if (!blend.empty() && blend.size() != steps)
        table.fault("way_percent",
                    trf("has {} figures for {} steps: give one each", blend.size(), steps));
    return blend;
}

/// "right" and "left", each a landmark with its side: "navel", "deltoid-mid.left".
std::vector<HandOn> readHands(const Table& table, const anatomy::Catalogue& catalogue)
{
    std::vector<HandOn> hands;
    for (const core::Side hand : {core::Side::Right, core::Side::Left}) {
        const std::string key(core::sideName(hand));
        if (!table.has(key))
            continue;
        const std::string text = table.text(key);
        const core::SidedId landmark = core::parseSidedId(text);
        if (catalogue.landmarksLeftOut.has(landmark.id))
            table.invalidate();
        else if (catalogue.findLandmark(landmark.id) == nullptr)
            table.fault(key, trf("no landmark is called '{}'.{}", landmark.id,
                                 core::didYouMean(landmark.id, core::idsOf(catalogue.landmarks))));
        hands.push_back({hand, landmark.id, landmark.side.value_or(hand)});
    }
    table.rejectUnknownKeys();
    return hands;
}

std::optional<Posture> readPosture(const Table& table, const anatomy::Catalogue& catalogue,
                                   std::size_t steps)
{
    // Faults in these tables do not affect the rest: the position keeps its text.
    const auto stance = table.table("posture", Need::Optional);
    if (!stance)
        return std::nullopt;
    Posture posture;
    posture.stance = readStance(*stance);
    if (stance->has("lean_deg"))
        posture.leanDeg = static_cast<float>(stance->number("lean_deg", -60, 60));
    posture.ownSideHand = stance->flag("own_side_hand", false);
    posture.blend = readBlend(*stance, steps);
    bool valid = true;
    if (const auto hands = stance->table("hands_on", Need::Optional)) {
        posture.hands = readHands(*hands, catalogue);
        valid = hands->valid();
    }
    stance->rejectUnknownKeys();
    valid = valid && stance->valid();
    if (const auto pose = table.table("pose", Need::Optional)) {
        const PoseAngles read = readPoseAngles(*pose, catalogue.joints);
        posture.angles = read.angles;
        valid = valid && read.valid;
    }
    return valid ? std::optional(posture) : std::nullopt;
}

} // namespace

bool Position::rests(std::string_view support) const
{
    return std::find(supports.begin(), supports.end(), support) != supports.end();
}

bool Position::leans() const
{
    return rests("wall") || rests("doorway");
}

bool Position::sits() const
{
    return rests("chair") || rests("bed");
}

bool Position::allows(const std::string& tool) const
{
    return contains(tools, tool);
}

std::vector<std::string> Position::stepsWith(const Tool* tool) const
{
    std::vector<std::string> filled = steps;
    if (tool == nullptr)
        return filled;
    for (std::string& step : filled)
        for (auto at = step.find(kToolToken); at != std::string::npos; at = step.find(kToolToken))
            step.replace(at, kToolToken.size(), tool->phrase);
    return filled;
}

Position readPosition(const Table& table, const anatomy::Catalogue& catalogue,
                      const std::vector<Tool>& tools, const std::vector<std::string>& leftOut)
{
    Position position;
    position.id = table.id("id");
    position.label = table.text("label");
    position.supports = readSupports(table);
    position.pressure = table.text("pressure");
    position.steps = table.texts("steps");
    position.stroke = table.flag("stroke", false);
    position.tools = table.texts("tools");
    if (!position.tools.empty())
        checkKnown(table, "tools", "tool", position.tools, tools, leftOut);
    else if (namesTool(position.steps))
        table.fault("steps", tr("a step says {tool}, but no tool is allowed"));
    position.posture = readPosture(table, catalogue, position.steps.size());
    return position;
}

} // namespace knotmap::care
