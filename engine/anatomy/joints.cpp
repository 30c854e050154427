#include "engine/anatomy/joints.h"

#include "engine/core/by_id.h"
#include "engine/core/nearest.h"
#include "engine/data/document.h"
#include "engine/words/tr.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <glm/geometric.hpp>
#include <map>

namespace knotmap::anatomy {
namespace {

using core::findById;
using data::Need;
using data::Table;

constexpr const char* kShown = "anatomy/joints.toml";

void readEase(const Table& table, Motion& motion)
{
    if (!table.has("easy_deg"))
        return;
    const std::vector<int> easy = table.range("easy_deg", -180, 180);
    if (easy.size() != 2)
        return;
    motion.easyLowDeg = static_cast<float>(easy[0]);
    motion.easyHighDeg = static_cast<float>(easy[1]);
    if (motion.easyLowDeg < motion.lowDeg || motion.easyHighDeg > motion.highDeg)
        table.fault("easy_deg", trf("{} to {} goes past the limits, {:g} to {:g}", easy[0], easy[1],
                                    motion.lowDeg, motion.highDeg));
}

void readFollowing(const Table& table, Motion& motion)
{
    if (!table.has("follows"))
        return;
    const auto follows = table.table("follows");
    if (!follows)
        return;
    constexpr double kMaxShare = 2;
    motion.follows = Following{follows->id("joint"), follows->text("motion"),
                               static_cast<float>(follows->number("share", -kMaxShare, kMaxShare))};
    follows->rejectUnknownKeys();
}

Motion readMotion(const Table& table)
{
    constexpr float kNearUnit = 0.02F;
    Motion motion;
    motion.name = table.text("name");
    motion.axis = table.vector3("axis");
    const std::vector<int> limits = table.range("limits_deg", -180, 180);
    if (limits.size() == 2) {
        motion.lowDeg = static_cast<float>(limits[0]);
        motion.highDeg = static_cast<float>(limits[1]);
    }
    readEase(table, motion);
    readFollowing(table, motion);
    table.rejectUnknownKeys();
    const float length = glm::length(motion.axis);
    if (std::abs(length - 1) > kNearUnit)
        table.fault("axis", trf("has length {:.2f}; an axis is a direction of length 1", length));
    else
        motion.axis /= length;
    return motion;
}

template <typename Value>
Value readChoice(const Table& table, const char* key, std::string_view what,
                 std::optional<Value> (*parse)(std::string_view),
                 std::vector<std::string> (*names)())
{
    const std::string name = table.text(key);
    const std::optional<Value> value = parse(name);
    if (!value && !name.empty())
        table.fault(key, core::unknownName(what, name, names()).message);
    return value.value_or(Value());
}

bool isOfDigit(const JointKey& key)
{
    return key.part == BodyPart::Finger || key.part == BodyPart::Toe;
}

void readDigit(const Table& table, JointKey& key)
{
    const bool allowed = isOfDigit(key) || key.part == BodyPart::Hand;
    if (!allowed && table.has("digit"))
        table.fault("digit", tr("only a joint of hand, finger or toe has a digit"));
    key.digit = static_cast<std::uint8_t>(
        table.integer("digit", 1, kDigits, isOfDigit(key) ? Need::Required : Need::Optional));
}

void readSegment(const Table& table, JointKey& key)
{
    const bool ofSpine = key.kind == JointKind::Intervertebral;
    if (!ofSpine && !isOfDigit(key)) {
        if (!table.text("segment", Need::Optional).empty())
            table.fault("segment",
                        tr("only an intervertebral joint or one of a finger or toe has a segment"));
        return;
    }
    key.segment =
        readChoice(table, "segment", mark("segment"), parseJointSegment, jointSegmentNames);
    const bool along = key.segment == JointSegment::Lower || key.segment == JointSegment::Upper;
    if (table.valid() && along != ofSpine)
        table.fault("segment", ofSpine ? tr("a segment of the spine is lower or upper")
                                       : tr("a segment of a digit is proximal, middle or distal"));
}

JointKey readKey(const Table& table)
{
    JointKey key;
    key.part = readChoice(table, "part", mark("part of the body"), parseBodyPart, bodyPartNames);
    key.kind = readChoice(table, "kind", mark("kind of joint"), parseJointKind, jointKindNames);
    if (table.valid()) {
        readDigit(table, key);
        readSegment(table, key);
    } else { // what else it needs goes by part and kind
        (void)table.integer("digit", 1, kDigits, Need::Optional);
        (void)table.text("segment", Need::Optional);
    }
    return key;
}

void checkKey(const Table& table, const Joint& joint, const std::vector<Joint>& before)
{
    for (const Joint& other : before)
        if (other.key == joint.key)
            table.fault("part", trf("'{}' has part, kind, digit and segment of '{}': no "
                                    "two joints may",
                                    joint.id, other.id));
}

void checkParent(const Table& table, const Joint& joint, const std::vector<Joint>& before)
{
    if (joint.parent.empty()) {
        if (!before.empty())
            table.fault("id", trf("'{}' has no parent joint; only the first in the file, "
                                  "'{}', may lack one: name its parent",
                                  joint.id, before.front().id));
        return;
    }
    const Joint* parent = findById(before, joint.parent);
    if (parent == nullptr) {
        std::vector<std::string> known;
        for (const Joint& other : before)
            known.push_back(other.id);
        table.fault("parent", trf("no joint before '{}' is called '{}'.{}", joint.id, joint.parent,
                                  core::didYouMean(joint.parent, known)));
    } else if (joint.midline && !parent->midline) {
        table.fault("parent", trf("'{}' lies on the midline and cannot have '{}', which is "
                                  "on one side, as its parent",
                                  joint.id, joint.parent));
    }
}

Joint readJoint(const Table& table, const std::vector<Joint>& before)
{
    Joint joint;
    joint.id = table.id("id");
    joint.english = table.text("english");
    joint.latin = table.text("latin");
    joint.parent = table.id("parent", Need::Optional);
    joint.key = readKey(table);
    joint.midline = table.flag("midline", false);
    joint.at = table.vector3("at");
    joint.bones = table.texts("bones");
    for (const Table& motion : table.tables("motions"))
        joint.motions.push_back(readMotion(motion));
    joint.file = table.file();
    joint.line = table.line();
    joint.column = table.column();
    table.rejectUnknownKeys();
    if (!joint.midline && joint.at.x > 0)
        table.fault("at",
                    tr("lies on the left; joints are written for the right side (x below 0)"));
    if (findById(before, joint.id) != nullptr)
        table.fault("id", trf("joint '{}' is defined twice", joint.id));
    if (table.valid())
        checkKey(table, joint, before);
    checkParent(table, joint, before);
    return joint;
}

/// Each bone belongs to one joint, or it would stay behind when the body moves.
void checkBones(const std::vector<Joint>& joints, const std::vector<Structure>& structures,
                core::Faults& faults)
{
    std::map<std::string, const Joint*> carrier;
    std::vector<std::string> known;
    for (const Structure& structure : structures)
        if (structure.kind != Kind::Muscle)
            known.push_back(structure.id);
    for (const Joint& joint : joints) {
        for (const std::string& bone : joint.bones) {
            const Structure* structure = findById(structures, bone);
            const auto fault = [&](std::string message) {
                faults.push_back({joint.file, joint.line, joint.column, std::move(message)});
            };
            if (structure == nullptr || structure->kind == Kind::Muscle)
                fault(trf("joint '{}' carries '{}', which is not a known bone.{}", joint.id, bone,
                          core::didYouMean(bone, known)));
            else if (const auto [entry, added] = carrier.emplace(bone, &joint); !added)
                fault(trf("joint '{}' carries '{}', which '{}' already carries", joint.id, bone,
                          entry->second->id));
        }
    }
    for (const std::string& bone : known)
        if (carrier.count(bone) == 0)
            faults.push_back({kShown, 0, 0,
                              trf("no joint carries '{}'; add it to the 'bones' of the "
                                  "joint it moves with",
                                  bone)});
}

/// The motion that another follows must exist and must not itself follow one.
void checkFollowing(const std::vector<Joint>& joints, core::Faults& faults)
{
    const auto find = [&](const Following& follows) -> const Motion* {
        const Joint* joint = findById(joints, follows.joint);
        if (joint == nullptr)
            return nullptr;
        const auto motion =
            std::find_if(joint->motions.begin(), joint->motions.end(),
                         [&](const Motion& each) { return each.name == follows.motion; });
        return motion == joint->motions.end() ? nullptr : &*motion;
    };
    for (const Joint& joint : joints)
        for (const Motion& motion : joint.motions) {
            if (!motion.follows)
                continue;
            const Motion* leader = find(*motion.follows);
            if (leader != nullptr && !leader->follows)
                continue;
            faults.push_back(
                {joint.file, joint.line, joint.column,
                 trf("'{} {}' follows '{} {}', which {}", joint.id, motion.name,
                     motion.follows->joint, motion.follows->motion,
                     leader == nullptr ? tr("no joint has") : tr("itself follows another"))});
        }
}

} // namespace

std::vector<Joint> loadJoints(const std::filesystem::path& assets,
                              const std::vector<Structure>& structures, core::Faults& faults)
{
    std::vector<Joint> joints;
    const auto document = data::Document::read(assets / "anatomy" / "joints.toml", kShown, faults);
    if (!document)
        return joints;
    const Table root = document->root();
    bool valid = true;
    for (const Table& table : root.tables("joint")) {
        Joint joint = readJoint(table, joints);
        valid = valid && table.valid();
        if (table.valid())
            joints.push_back(std::move(joint));
    }
    root.rejectUnknownKeys();
    if (valid) { // otherwise bones of omitted joints would count as carried by none
        checkBones(joints, structures, faults);
        checkFollowing(joints, faults);
    }
    return joints;
}

} // namespace knotmap::anatomy
