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

/// One angle of the body: a motion of a joint on one side.
struct DegreeOfFreedom
{
    std::uint32_t joint = 0; ///< index into Atlas::joints
    std::string motion;
    glm::vec3 axis{0};                          ///< unit, in the measured stance
    float lowDeg = 0, highDeg = 0;              ///< limits
    float easyLowDeg = -360, easyHighDeg = 360; ///< what is held without strain
    bool follows = false;                       ///< another freedom: it has no angle of its own

    /// Degrees past what is held without strain.
    float strainDeg(float angleDeg) const
    {
        return std::max({0.0F, easyLowDeg - angleDeg, angleDeg - easyHighDeg});
    }
};

/// How the body is held: one angle a degree of freedom, in degrees from the measured stance.
struct Pose
{
    std::vector<float> anglesDeg;
};

/// A line that something turns about.
struct Axis
{
    glm::vec3 place{0}, direction{0}; ///< unit
};

/// Where the joints' moves are looked up, one per joint of Atlas::joints.
using BoneTransforms = std::vector<RigidTransform>;

/// The joints of a body with all their degrees of freedom: checks poses and carries them out.
class Skeleton
{
public:
    /// `joints` are those that the atlas was baked with; one that the atlas lacks is left out.
    Skeleton(const Atlas& atlas, const std::vector<anatomy::Joint>& joints);

    const std::vector<JointInstance>& joints() const { return m_joints; }
    const std::vector<DegreeOfFreedom>& dofs() const { return m_dofs; }
    /// The measured stance.
    Pose rest() const { return {std::vector<float>(m_dofs.size(), 0.0F)}; }

    /// A joint on the midline answers to every side.
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
    /// Puts an angle into the pose; one that the limits refuse leaves it as it was.
    core::Outcome set(Pose& pose, std::string_view joint, core::Side side, std::string_view motion,
                      float angleDeg) const;
    core::Outcome set(Pose& pose, std::uint32_t dof, float angleDeg) const;
    /// Every angle brought within its limits.
    void clamp(Pose& pose) const;
    /// The least distance of any angle to its limits in degrees; negative past one.
    float marginDeg(const Pose& pose) const;
    /// The image of a pose in the median plane.
    Pose mirrored(const Pose& pose) const;

    /// From the measured stance to the pose, one move per joint. A degree of freedom that follows
    /// another, as the kneecap's does the knee's, takes its angle from there.
    BoneTransforms transforms(const Pose& pose) const;
    /// The moves of the joints marked in `wanted`, one entry per joint; their parents must be
    /// marked too. The others stay unmoved.
    BoneTransforms transforms(const Pose& pose, const std::vector<bool>& wanted) const;
    /// The axis that a degree of freedom turns about where a pose has it, and a place on it.
    /// `moves` are those of the pose, at least of the joint and what carries it.
    Axis axisOf(std::uint32_t dof, const Pose& pose, const BoneTransforms& transforms) const;
    /// Whether a joint moves with another, or is it.
    bool carries(std::uint32_t carrier, std::uint32_t joint) const;
    /// Marks the joints given and all that carry them, for `moves`.
    std::vector<bool> carrying(const std::vector<std::uint32_t>& joints) const;

    /// "knee.right flexion"
    std::string nameOf(std::uint32_t dof) const;

private:
    /// A degree of freedom that goes along with another.
    struct Follower
    {
        std::uint32_t follower = 0, leader = 0;
        float share = 0;
    };

    void findFollowers(const std::vector<anatomy::Joint>& joints);

    std::vector<JointInstance> m_joints;
    std::vector<DegreeOfFreedom> m_dofs;   ///< in the order of the joints
    std::vector<std::uint32_t> m_first;    ///< a joint's first freedom; one more at the end
    std::vector<std::uint32_t> m_opposite; ///< of each freedom, on the other side
    std::vector<float> m_mirrorSign;       ///< -1 where the mirrored motion turns the other way
    std::vector<Follower> m_followers;
};

} // namespace knotmap::body
