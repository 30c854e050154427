#include "engine/body/pose.h"

#include "engine/body/joint_instances.h"
#include "engine/core/by_id.h"
#include "engine/core/nearest.h"
#include "engine/words/tr.h"

#include <algorithm>
#include <fmt/format.h>
#include <glm/geometric.hpp>

namespace knotmap::body {
namespace {

constexpr float kRoundingDeg = 0.5F;

glm::vec3 inMirror(const glm::vec3& axis)
{
    return {axis.x, -axis.y, -axis.z};
}

} // namespace

Skeleton::Skeleton(const Atlas& atlas, const std::vector<anatomy::Joint>& joints)
    : m_joints(atlas.joints)
{
    for (std::uint32_t i = 0; i < m_joints.size(); ++i) {
        m_first.push_back(static_cast<std::uint32_t>(m_dofs.size()));
        const anatomy::Joint* joint = core::findById(joints, m_joints[i].id);
        if (joint == nullptr)
            continue;
        const bool left = m_joints[i].side == core::Side::Left;
        for (const anatomy::Motion& motion : joint->motions)
            m_dofs.push_back({i, motion.name, left ? inMirror(motion.axis) : motion.axis,
                              motion.lowDeg, motion.highDeg, motion.easyLowDeg, motion.easyHighDeg,
                              motion.follows.has_value()});
    }
    m_first.push_back(static_cast<std::uint32_t>(m_dofs.size()));
    for (std::uint32_t f = 0; f < m_dofs.size(); ++f) {
        const std::uint32_t joint = m_dofs[f].joint;
        const std::uint32_t other = oppositeJoint(m_joints, joint);
        m_opposite.push_back(m_first[other] + f - m_first[joint]);
        const glm::vec3& axis = m_dofs[f].axis;
        m_mirrorSign.push_back(joint == other && glm::dot(axis, inMirror(axis)) < 0 ? -1.0F : 1.0F);
    }
    findFollowers(joints);
}

void Skeleton::findFollowers(const std::vector<anatomy::Joint>& joints)
{
    for (std::uint32_t i = 0; i < m_joints.size(); ++i) {
        const anatomy::Joint* joint = core::findById(joints, m_joints[i].id);
        for (std::uint32_t f = m_first[i]; f < m_first[i + 1]; ++f) {
            const auto& follows = joint->motions[f - m_first[i]].follows;
            if (!follows)
                continue;
            if (const auto leader = find(follows->joint, m_joints[i].side, follows->motion))
                m_followers.push_back({f, *leader, follows->share});
        }
    }
}

std::optional<std::uint32_t> Skeleton::findJoint(std::string_view id, core::Side side) const
{
    for (std::uint32_t i = 0; i < m_joints.size(); ++i)
        if (m_joints[i].id == id &&
            (m_joints[i].side == side || m_joints[i].side == core::Side::Midline))
            return i;
    return std::nullopt;
}

std::optional<std::uint32_t> Skeleton::findJoint(const anatomy::JointKey& key,
                                                 core::Side side) const
{
    return body::findJoint(m_joints, key, side);
}

std::vector<std::uint32_t> Skeleton::findJoints(const std::vector<anatomy::JointKey>& keys,
                                                core::Side side) const
{
    std::vector<std::uint32_t> found;
    for (const anatomy::JointKey& key : keys)
        if (const auto joint = findJoint(key, side))
            found.push_back(*joint);
    return found;
}

std::vector<std::uint32_t> Skeleton::jointsOf(anatomy::BodyPart part, core::Side side) const
{
    std::vector<std::uint32_t> found;
    for (std::uint32_t i = 0; i < m_joints.size(); ++i)
        if (m_joints[i].key.part == part &&
            (m_joints[i].side == side || m_joints[i].side == core::Side::Midline))
            found.push_back(i);
    return found;
}

std::vector<std::uint32_t> Skeleton::jointsOfFinger(std::size_t digit, core::Side side) const
{
    std::vector<std::uint32_t> found;
    for (const auto part : {anatomy::BodyPart::Hand, anatomy::BodyPart::Finger})
        for (const std::uint32_t joint : jointsOf(part, side))
            if (m_joints[joint].key.digit == digit)
                found.push_back(joint);
    return found;
}

std::optional<std::uint32_t> Skeleton::find(std::uint32_t joint, std::string_view motion) const
{
    for (std::uint32_t f = m_first[joint]; f < m_first[joint + 1]; ++f)
        if (!m_dofs[f].follows && m_dofs[f].motion == motion)
            return f;
    return std::nullopt;
}

std::optional<std::uint32_t> Skeleton::find(const anatomy::JointKey& joint, core::Side side,
                                            std::string_view motion) const
{
    const auto found = findJoint(joint, side);
    return found ? find(*found, motion) : std::nullopt;
}

core::Result<std::uint32_t> Skeleton::find(std::string_view joint, core::Side side,
                                           std::string_view motion) const
{
    const auto found = findJoint(joint, side);
    if (!found) {
        std::vector<std::string> ids = core::idsOf(m_joints);
        ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
        return core::Error{trf("no joint is called '{}'.{}", joint, core::didYouMean(joint, ids))};
    }
    std::vector<std::string> known;
    for (std::uint32_t f = m_first[*found]; f < m_first[*found + 1]; ++f) {
        if (m_dofs[f].follows)
            continue;
        if (m_dofs[f].motion == motion)
            return f;
        known.push_back(m_dofs[f].motion);
    }
    return core::Error{
        trf("joint '{}' has no motion '{}'; it has: {}", joint, motion,
            known.empty() ? std::string(tr("none")) : fmt::format("{}", fmt::join(known, ", ")))};
}

core::Outcome Skeleton::allows(std::uint32_t dof, float angleDeg) const
{
    const DegreeOfFreedom& each = m_dofs[dof];
    // Written so that NaN is refused as well.
    if (angleDeg >= each.lowDeg - kRoundingDeg && angleDeg <= each.highDeg + kRoundingDeg)
        return {};
    return core::Error{trf("{} of {:g} degrees is past the joint's limits, {:g} to {:g}",
                           nameOf(dof), angleDeg, each.lowDeg, each.highDeg)};
}

core::Outcome Skeleton::set(Pose& pose, std::string_view joint, core::Side side,
                            std::string_view motion, float angleDeg) const
{
    const auto dof = find(joint, side, motion);
    if (!dof)
        return dof.error();
    return set(pose, *dof, angleDeg);
}

core::Outcome Skeleton::set(Pose& pose, std::uint32_t dof, float angleDeg) const
{
    if (core::Outcome refused = allows(dof, angleDeg))
        return refused;
    pose.anglesDeg[dof] = angleDeg;
    return {};
}

void Skeleton::clamp(Pose& pose) const
{
    for (std::size_t f = 0; f < m_dofs.size(); ++f)
        pose.anglesDeg[f] = std::clamp(pose.anglesDeg[f], m_dofs[f].lowDeg, m_dofs[f].highDeg);
}

float Skeleton::marginDeg(const Pose& pose) const
{
    float margin = 360;
    for (std::size_t f = 0; f < m_dofs.size(); ++f)
        margin = std::min(
            {margin, pose.anglesDeg[f] - m_dofs[f].lowDeg, m_dofs[f].highDeg - pose.anglesDeg[f]});
    return margin;
}

Pose Skeleton::mirrored(const Pose& pose) const
{
    Pose image = pose;
    for (std::size_t f = 0; f < m_dofs.size(); ++f)
        image.anglesDeg[f] = m_mirrorSign[f] * pose.anglesDeg[m_opposite[f]];
    return image;
}

std::vector<bool> Skeleton::carrying(const std::vector<std::uint32_t>& joints) const
{
    std::vector<bool> wanted(m_joints.size(), false);
    for (const std::uint32_t joint : joints)
        for (auto at = static_cast<std::int32_t>(joint); at >= 0;
             at = m_joints[static_cast<std::size_t>(at)].parent)
            wanted[static_cast<std::size_t>(at)] = true;
    return wanted;
}

BoneTransforms Skeleton::transforms(const Pose& pose) const
{
    return transforms(pose, std::vector<bool>(m_joints.size(), true));
}

BoneTransforms Skeleton::transforms(const Pose& pose, const std::vector<bool>& wanted) const
{
    std::vector<float> angles = pose.anglesDeg;
    for (const Follower& each : m_followers)
        angles[each.follower] =
            std::clamp(each.share * angles[each.leader], m_dofs[each.follower].lowDeg,
                       m_dofs[each.follower].highDeg);
    BoneTransforms transforms(m_joints.size());
    for (std::uint32_t i = 0; i < m_joints.size(); ++i) {
        if (!wanted[i])
            continue;
        // Angles stay below 180 degrees, so along the tree every quaternion has the sign of its
        // bone's actual rotation: a blend between two bones takes the same rotation.
        RigidTransform own;
        for (std::uint32_t f = m_first[i]; f < m_first[i + 1]; ++f)
            if (angles[f] != 0)
                own = after(own, rotationAbout(m_joints[i].at, m_dofs[f].axis, angles[f]));
        const std::int32_t parent = m_joints[i].parent;
        transforms[i] = parent < 0 ? own : after(transforms[static_cast<std::size_t>(parent)], own);
    }
    return transforms;
}

bool Skeleton::carries(std::uint32_t carrier, std::uint32_t joint) const
{
    auto at = static_cast<std::int32_t>(joint);
    // A parent comes before its children.
    while (at > static_cast<std::int32_t>(carrier))
        at = m_joints[static_cast<std::size_t>(at)].parent;
    return at == static_cast<std::int32_t>(carrier);
}

Axis Skeleton::axisOf(std::uint32_t dof, const Pose& pose, const BoneTransforms& transforms) const
{
    const std::uint32_t joint = m_dofs[dof].joint;
    const std::int32_t parent = m_joints[joint].parent;
    RigidTransform carrier =
        parent < 0 ? RigidTransform{} : transforms[static_cast<std::size_t>(parent)];
    for (std::uint32_t f = m_first[joint]; f < dof; ++f)
        carrier =
            after(carrier, rotationAbout(m_joints[joint].at, m_dofs[f].axis, pose.anglesDeg[f]));
    return {transformPoint(carrier, m_joints[joint].at),
            transformDirection(carrier, m_dofs[dof].axis)};
}

std::string Skeleton::nameOf(std::uint32_t dof) const
{
    const JointInstance& joint = m_joints[m_dofs[dof].joint];
    return core::instanceName(joint.id, joint.side) + " " + m_dofs[dof].motion;
}

} // namespace knotmap::body
