#pragma once

#include "engine/anatomy/joint.h"
#include "engine/body/atlas.h"
#include "engine/body/rigid_transform.h"
#include "engine/core/result.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace knotmap::body {

/// One degree of freedom of the body: a motion of a joint on one side.
struct DegreeOfFreedom
{
    std::uint32_t joint = 0; ///< index into Atlas::joints
    std::string motion;
    glm::vec3 axis{0};                          ///< unit, in the measured stance
    float lowDeg = 0, highDeg = 0;              ///< limits
    float easyLowDeg = -360, easyHighDeg = 360; ///< range held without strain
    bool follows = false;                       ///< follows another freedom: no angle of its own

    /// Degrees beyond what is held without strain.
    float strainDeg(float angleDeg) const
    {
        return std::max({0.0F, easyLowDeg - angleDeg, angleDeg - easyHighDeg});
    }
};

/// The body's configuration: one angle per degree of freedom, in degrees from the measured stance.
struct Pose
{
    std::vector<float> anglesDeg;
};

/// An axis of rotation.
struct Axis
{
    glm::vec3 point{0}, direction{0}; ///< unit
};

/// Where the joints' moves are found, one per joint of Atlas::joints.
using BoneTransforms = std::vector<RigidTransform>;

/// The joints of a body with all their degrees of freedom: checks and evaluates poses.
class Skeleton
{
public:
    /// `joints` are those that the atlas was baked with; one missing from the atlas is omitted.
    Skeleton(const Atlas& atlas, const std::vector<anatomy::Joint>& joints);

    const std::vector<JointInstance>& joints() const { return m_joints; }
    const std::vector<DegreeOfFreedom>& dofs() const { return m_dofs; }
    /// The measured stance.
    Pose rest() const { return {std::vector<float>(m_dofs.size(), 0.0F)}; }

    /// A midline joint matches every side.
    std::optional<std::uint32_t> findJoint(std::string_view id, core::Side side) const;
    std::optional<std::uint32_t> findJoint(const anatomy::JointKey& key, core::Side side) const;
    /// Those of the joints with these keys that the body has, in that order.
    std::vector<std::uint32_t> findJoints(const std::vector<anatomy::JointKey>& keys,
                                          core::Side side) const;
    /// The joints of a part of the body on a side or the midline, a parent before its children.
    std::vector<std::uint32_t> jointsOf(anatomy::BodyPart part, core::Side side) const;
    /// The joints of a finger, 1 the thumb, from the hand to its end.
    std::vector<std::uint32_t> jointsOfFinger(std::size_t digit, core::Side side) const;
    /// The freedom of that name; the error names what is unknown and what comes nearest. One that
    /// follows another is not found.
    core::Result<std::uint32_t> find(std::string_view joint, core::Side side,
                                     std::string_view motion) const;
    /// The freedom of a joint with that key; none where the body lacks it.
    std::optional<std::uint32_t> find(const anatomy::JointKey& joint, core::Side side,
                                      std::string_view motion) const;
    /// Of one of `joints()`; none where it has no such motion of its own.
    std::optional<std::uint32_t> find(std::uint32_t joint, std::string_view motion) const;
    /// Whether the joint's limits allow the angle; the error says which they are. Limits are whole
    /// degrees: half a degree more is no fault.
    core::Outcome allows(std::uint32_t dof, float angleDeg) const;
    /// Sets an angle of the pose; if the limits refuse it the pose is unchanged.
    core::Outcome set(Pose& pose, std::string_view joint, core::Side side, std::string_view motion,
                      float angleDeg) const;
    core::Outcome set(Pose& pose, std::uint32_t dof, float angleDeg) const;
    /// Every angle brought within its limits.
    void clamp(Pose& pose) const;
    /// The smallest distance of any angle to its limits in degrees; negative past one.
    float marginDeg(const Pose& pose) const;
    /// The mirror image of a pose in the median plane.
    Pose mirrored(const Pose& pose) const;

    /// From the measured stance to the pose, one move per joint. A degree of freedom that follows
    /// another, such as the patella's that of the knee, takes its angle from there.
    BoneTransforms transforms(const Pose& pose) const;
    /// The moves of the joints marked in `wanted`, one entry per joint; their parents must be
    /// marked too. The others remain identities.
    BoneTransforms transforms(const Pose& pose, const std::vector<bool>& wanted) const;
    /// The axis of a degree of freedom in a pose, and a point on it. `moves` are those of the pose,
    /// at least of the joint and its ancestors.
    Axis axisOf(std::uint32_t dof, const Pose& pose, const BoneTransforms& transforms) const;
    /// Whether `joint` is `carrier` or its descendant.
    bool carries(std::uint32_t carrier, std::uint32_t joint) const;
    /// Marks the given joints and all their ancestors, for `moves`.
    std::vector<bool> carrying(const std::vector<std::uint32_t>& joints) const;

    /// "knee.right flexion"
    std::string nameOf(std::uint32_t dof) const;

private:
    /// A coupled degree of freedom.
    struct Follower
    {
        std::uint32_t follower = 0, leader = 0;
        float share = 0;
    };

    void findFollowers(const std::vector<anatomy::Joint>& joints);

    std::vector<JointInstance> m_joints;
    std::vector<DegreeOfFreedom> m_dofs;   ///< in the order of the joints
    std::vector<std::uint32_t> m_first;    ///< a joint's first freedom; an extra one at the end
    std::vector<std::uint32_t> m_opposite; ///< of each freedom, on the other side
    std::vector<float> m_mirrorSign;       ///< -1 if the mirrored motion has the opposite sign
    std::vector<Follower> m_followers;
};

} // namespace knotmap::body
