#include "engine/body/joint_instances.h"

namespace knotmap::body {

std::vector<JointInstance> placeJoints(const std::vector<anatomy::Joint>& joints)
{
    std::vector<JointInstance> instances;
    const auto find = [&](const std::string& id, core::Side side) {
        for (std::size_t i = 0; i < instances.size(); ++i)
            if (instances[i].id == id &&
                (instances[i].side == side || instances[i].side == core::Side::Midline))
                return static_cast<std::int32_t>(i);
        return -1;
    };
    for (const anatomy::Joint& joint : joints) {
        if (joint.midline) {
            instances.push_back({joint.id, core::Side::Midline,
                                 find(joint.parent, core::Side::Midline), joint.at, joint.key});
            continue;
        }
        for (const core::Side side : {core::Side::Right, core::Side::Left}) {
            const float mirror = side == core::Side::Left ? -1.0F : 1.0F;
            instances.push_back({joint.id, side, find(joint.parent, side),
                                 joint.at * glm::vec3(mirror, 1, 1), joint.key});
        }
    }
    return instances;
}

std::optional<std::uint32_t> findJoint(const std::vector<JointInstance>& joints,
                                       const anatomy::JointKey& key, core::Side side)
{
    for (std::uint32_t i = 0; i < joints.size(); ++i)
        if (joints[i].key == key &&
            (joints[i].side == side || joints[i].side == core::Side::Midline))
            return i;
    return std::nullopt;
}

std::uint32_t oppositeJoint(const std::vector<JointInstance>& joints, std::uint32_t joint)
{
    switch (joints[joint].side) {
    case core::Side::Right:
        return joint + 1;
    case core::Side::Left:
        return joint - 1;
    case core::Side::Midline:
        break;
    }
    return joint;
}

std::vector<std::uint32_t> oppositeJoints(const std::vector<JointInstance>& joints)
{
    std::vector<std::uint32_t> opposite(joints.size());
    for (std::uint32_t joint = 0; joint < joints.size(); ++joint)
        opposite[joint] = oppositeJoint(joints, joint);
    return opposite;
}

} // namespace knotmap::body
