#include "engine/care/position.h"

#include "engine/core/by_id.h"
#include "engine/core/nearest.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <utility>

namespace knotmap::care {
namespace {

using data::Need;
using data::Table;

/// Names for a run of joints that bend as one: each takes its part by how far it can go.
struct JointGroup
{
    std::string_view id;
    std::vector<std::string_view> joints;
};

const std::vector<JointGroup>& groups()
{
    static const std::vector<JointGroup> kGroups = {
        {"spine", {"lumbosacral", "lumbar", "thoracolumbar", "thoracic"}},
        {"neck", {"cervicothoracic", "cervical", "atlantoaxial", "atlantooccipital"}},
    };
    return kGroups;
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

const anatomy::Motion* findMotion(const anatomy::Joint& joint, std::string_view name)
{
    const auto found =
        std::find_if(joint.motions.begin(), joint.motions.end(),
                     [&](const anatomy::Motion& motion) { return motion.name == name; });
    return found == joint.motions.end() ? nullptr : &*found;
}

/// The joints that a key of the pose names: one, or those of a group.
std::vector<const anatomy::Joint*> jointsNamed(std::string_view id,
                                               const std::vector<anatomy::Joint>& joints)
{
    std::vector<const anatomy::Joint*> named;
    for (const JointGroup& group : groups())
        if (group.id == id)
            for (const std::string_view part : group.joints)
                if (const anatomy::Joint* joint = core::findById(joints, part))
                    named.push_back(joint);
    if (named.empty())
        if (const anatomy::Joint* joint = core::findById(joints, id))
            named.push_back(joint);
    return named;
}

class PoseReader
{
public:
    PoseReader(const std::vector<anatomy::Joint>& joints, Posture& posture)
        : m_joints(joints), m_posture(posture)
    {}

    /// One entry: the name of a joint, with a side or without, and its motions.
    void read(const Table& pose, const std::string& name, const Table& motions)
    {
        const core::SidedId sided = core::parseSidedId(name);
        const auto named = jointsNamed(sided.id, m_joints);
        if (named.empty()) {
            std::vector<std::string> known = core::idsOf(m_joints);
            for (const JointGroup& group : groups())
                known.emplace_back(group.id);
            pose.fault(name, fmt::format("no joint is called '{}'.{}", sided.id,
                                         core::didYouMean(sided.id, known)));
            return;
        }
        for (const anatomy::Motion& motion : named.front()->motions)
            if (motions.has(motion.name))
                readMotion(motions, named, sided.side, motion.name);
        motions.rejectOthers();
    }

private:
    void readMotion(const Table& motions, const std::vector<const anatomy::Joint*>& named,
                    std::optional<core::Side> side, const std::string& motion)
    {
        const auto angle = static_cast<float>(motions.number(motion, -180, 180));
        float low = 0, high = 0;
        for (const anatomy::Joint* joint : named)
            if (const anatomy::Motion* each = findMotion(*joint, motion)) {
                low += each->lowDeg;
                high += each->highDeg;
            }
        if (angle < low || angle > high) {
            motions.fault(motion, fmt::format("{:g} degrees is past the joint's limits, {:g} to "
                                              "{:g} from the measured stance",
                                              angle, low, high));
            return;
        }
        const float whole = angle < 0 ? low : high;
        for (const anatomy::Joint* joint : named)
            if (const anatomy::Motion* each = findMotion(*joint, motion)) {
                const float own = angle < 0 ? each->lowDeg : each->highDeg;
                add(*joint, side, motion, whole == 0 ? 0 : angle * own / whole);
            }
    }

    void add(const anatomy::Joint& joint, std::optional<core::Side> side, const std::string& motion,
             float angle)
    {
        if (joint.midline) {
            m_posture.angles.push_back({joint.id, core::Side::Midline, motion, angle});
            return;
        }
        for (const core::Side each : {core::Side::Right, core::Side::Left})
            if (!side || *side == each)
                m_posture.angles.push_back({joint.id, each, motion, angle});
    }

    const std::vector<anatomy::Joint>& m_joints;
    Posture& m_posture;
};

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
        PoseReader reader(joints, posture);
        for (const auto& [name, motions] : pose->children()) {
            reader.read(*pose, name, motions);
            sound = sound && motions.sound();
        }
        pose->rejectOthers();
        sound = sound && pose->sound();
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
