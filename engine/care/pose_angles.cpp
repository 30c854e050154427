#include "engine/care/pose_angles.h"

#include "engine/core/by_id.h"
#include "engine/core/nearest.h"
#include "engine/words/tr.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <string_view>

namespace knotmap::care {
namespace {

using data::Table;

/// A name for a run of joints that bend as one: each takes its part by how far it can go.
struct JointGroup
{
    std::string_view id;
    bool (*has)(const anatomy::JointKey& key);
};

bool isOfSpine(const anatomy::JointKey& key)
{
    return key.part == anatomy::BodyPart::Abdomen || key.part == anatomy::BodyPart::Thorax;
}

bool isOfNeck(const anatomy::JointKey& key)
{
    return key.part == anatomy::BodyPart::Neck || key == anatomy::kHeadOnNeck;
}

constexpr std::array<JointGroup, 2> kGroups = {{{"spine", isOfSpine}, {"neck", isOfNeck}}};

const anatomy::Motion* findMotion(const anatomy::Joint& joint, std::string_view name)
{
    const auto found =
        std::find_if(joint.motions.begin(), joint.motions.end(),
                     [&](const anatomy::Motion& motion) { return motion.name == name; });
    return found == joint.motions.end() ? nullptr : &*found;
}

/// The joints that a key of the pose refers to: one, or those of a group.
std::vector<const anatomy::Joint*> jointsNamed(std::string_view id,
                                               const std::vector<anatomy::Joint>& joints)
{
    std::vector<const anatomy::Joint*> named;
    for (const JointGroup& group : kGroups)
        if (group.id == id)
            for (const anatomy::Joint& joint : joints)
                if (group.has(joint.key))
                    named.push_back(&joint);
    if (named.empty())
        if (const anatomy::Joint* joint = core::findById(joints, id))
            named.push_back(joint);
    return named;
}

class PoseReader
{
public:
    explicit PoseReader(const std::vector<anatomy::Joint>& joints) : m_joints(joints) {}

    std::vector<PoseAngle> angles;

    /// One entry: the name of a joint, with or without a side, and its motions.
    void read(const Table& pose, const std::string& name, const Table& motions)
    {
        const core::SidedId sided = core::parseSidedId(name);
        const auto named = jointsNamed(sided.id, m_joints);
        if (named.empty()) {
            std::vector<std::string> known = core::idsOf(m_joints);
            for (const JointGroup& group : kGroups)
                known.emplace_back(group.id);
            pose.fault(name, trf("no joint is called '{}'.{}", sided.id,
                                 core::didYouMean(sided.id, known)));
            return;
        }
        for (const anatomy::Motion& motion : named.front()->motions)
            if (!motion.follows && motions.has(motion.name))
                readMotion(motions, named, sided.side, motion.name);
        motions.rejectUnknownKeys();
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
            motions.fault(motion, trf("{:g} degrees is past the joint's limits, {:g} to "
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
            angles.push_back({joint.id, core::Side::Midline, motion, angle});
            return;
        }
        for (const core::Side each : {core::Side::Right, core::Side::Left})
            if (!side || *side == each)
                angles.push_back({joint.id, each, motion, angle});
    }

    const std::vector<anatomy::Joint>& m_joints;
};

} // namespace

PoseAngles readPoseAngles(const Table& table, const std::vector<anatomy::Joint>& joints)
{
    PoseReader reader(joints);
    bool valid = true;
    for (const auto& [name, motions] : table.children()) {
        reader.read(table, name, motions);
        valid = valid && motions.valid();
    }
    table.rejectUnknownKeys();
    return {std::move(reader.angles), valid && table.valid()};
}

} // namespace knotmap::care
