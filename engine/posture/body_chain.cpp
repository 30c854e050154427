#include "engine/posture/body_chain.h"

#include "engine/core/by_id.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>

namespace knotmap::posture {
namespace {

using anatomy::BodyPart;
using core::Side;

/// Half the thickness of the slab of skin from which the body's depth is measured.
constexpr float kSlabMm = 15;
/// The arms hang beside the body and do not count towards its depth.
constexpr float kTrunkHalfMm = 120;

/// How a segment hangs on the body: what it is counted with, and how stiff its joint is when nobody
/// holds it, in weights of the body times metres a radian (0.1 of 70 kg: 69 Nm/rad).
struct Hanging
{
    BodyPart part;
    BodyGroup group;
    float stiffness;
};

/// The trunk is held upright or lies; a neck, a shoulder, a knee at rest yield to a few Nm.
constexpr std::array<Hanging, 10> kHangings = {{
    {BodyPart::PelvicGirdle, BodyGroup::Trunk, 0.0F},
    {BodyPart::Abdomen, BodyGroup::Trunk, 1.5F},
    {BodyPart::Thorax, BodyGroup::Trunk, 1.5F},
    {BodyPart::Head, BodyGroup::Head, 0.012F},
    {BodyPart::UpperArm, BodyGroup::Arm, 0.03F},
    {BodyPart::Forearm, BodyGroup::Arm, 0.02F},
    {BodyPart::Hand, BodyGroup::Arm, 0.01F},
    {BodyPart::Thigh, BodyGroup::Leg, 0.08F},
    {BodyPart::Leg, BodyGroup::Leg, 0.04F},
    {BodyPart::Foot, BodyGroup::Leg, 0.03F},
}};
constexpr float kHeldLeg = 3.0F;

/// A landmark or a joint in the measured stance; for the midline, the one of a side projected to X
/// = 0.
std::optional<glm::vec3> landmarkPoint(const body::Atlas& atlas, const std::string& id,
                                       std::optional<Side> side)
{
    for (const body::JointInstance& joint : atlas.joints)
        if (joint.id == id && (joint.side == side.value_or(joint.side)))
            return side ? joint.at : joint.at * glm::vec3(0, 1, 1);
    const body::LandmarkPosition* landmark = core::findById(atlas.landmarks, id);
    if (landmark == nullptr)
        return std::nullopt;
    const float x = !side ? 0.0F : *side == Side::Left ? -1.0F : 1.0F;
    return landmark->position * glm::vec3(x, 1, 1);
}

/// The midpoint between the front and the back of the body at a height.
float middleDepth(const body::Skin& skin, float height)
{
    float front = -1e9F, back = 1e9F;
    for (const glm::vec3& point : skin.mesh.positions)
        if (std::abs(point.y - height) < kSlabMm && std::abs(point.x) < kTrunkHalfMm) {
            front = std::max(front, point.z);
            back = std::min(back, point.z);
        }
    return front > back ? 0.5F * (front + back) : 0;
}

class Hanger
{
public:
    Hanger(const body::BodyModel& model, const BodyMasses& masses,
           const body::BoneTransforms& transforms, const glm::mat4& placement)
        : m_model(model), m_masses(masses), m_atlas(*model.atlas), m_transforms(transforms),
          m_placement(placement)
    {}

    BodyChain hang()
    {
        // A parent stands before its children among the joints, and so among the segments.
        for (std::uint32_t joint = 0; joint < m_atlas.joints.size(); ++joint)
            for (const care::Segment& segment : m_masses.segments)
                if (segment.joint == m_atlas.joints[joint].id)
                    add(segment, joint);
        float whole = 0;
        for (const Link& link : m_chain.links)
            whole += link.mass;
        for (Link& link : m_chain.links)
            link.mass /= whole;
        for (std::uint32_t joint = 0; joint < m_atlas.joints.size(); ++joint)
            m_chain.linkOf.push_back(linkOf(joint));
        return std::move(m_chain);
    }

private:
    void add(const care::Segment& segment, std::uint32_t joint)
    {
        const Side side = m_atlas.joints[joint].side;
        const BodyPart part = m_atlas.joints[joint].key.part;
        const auto hanging = std::find_if(kHangings.begin(), kHangings.end(),
                                          [&](const Hanging& each) { return each.part == part; });
        if (hanging == kHangings.end() || segment.paired != (side != Side::Midline))
            return;
        std::optional<Side> ofPair;
        if (segment.paired)
            ofPair = side;
        const auto from = landmarkPoint(m_atlas, segment.from, ofPair),
                   to = landmarkPoint(m_atlas, segment.to, ofPair);
        if (!from || !to)
            return;
        const bool female = m_masses.female;
        const float fraction = 0.01F * (female ? segment.centre.female : segment.centre.male);
        glm::vec3 centre = glm::mix(*from, *to, fraction);
        if (!segment.paired)
            centre.z = middleDepth(m_atlas.skin, centre.y);
        Link link;
        link.mass = female ? segment.mass.female : segment.mass.male;
        link.centreMm = inWorld(joint, centre);
        link.jointMm = inWorld(joint, m_atlas.joints[joint].at);
        // The neck belongs to the head, as where it was weighed: it bends at its foot.
        if (part == BodyPart::Head)
            if (const auto neck = m_model.skeleton->findJoint(anatomy::kLowerNeck, side))
                link.jointMm = inWorld(*neck, m_atlas.joints[*neck].at);
        link.stiffness = hanging->stiffness;
        link.parent = m_atlas.joints[joint].parent < 0
                          ? -1
                          : linkAbove(static_cast<std::uint32_t>(m_atlas.joints[joint].parent));
        m_chain.links.push_back(link);
        m_chain.parts.push_back({segment.id, side, hanging->group, part});
        m_carriers.push_back(joint);
    }

    glm::vec3 inWorld(std::uint32_t joint, const glm::vec3& point) const
    {
        return glm::vec3(m_placement *
                         glm::vec4(body::transformPoint(m_transforms[joint], point), 1));
    }

    /// The segment that the nearest joint up the tree carries, itself first; -1 where none does.
    int linkAbove(std::uint32_t joint) const
    {
        for (auto at = static_cast<std::int32_t>(joint); at >= 0;
             at = m_atlas.joints[static_cast<std::size_t>(at)].parent) {
            const auto found =
                std::find(m_carriers.begin(), m_carriers.end(), static_cast<std::uint32_t>(at));
            if (found != m_carriers.end())
                return static_cast<int>(found - m_carriers.begin());
        }
        return -1;
    }

    /// The segment that moves with a joint; the neck goes with the head.
    std::uint32_t linkOf(std::uint32_t joint) const
    {
        if (m_atlas.joints[joint].key.part == BodyPart::Neck)
            for (std::size_t i = 0; i < m_chain.parts.size(); ++i)
                if (m_chain.parts[i].bodyPart == BodyPart::Head)
                    return static_cast<std::uint32_t>(i);
        return static_cast<std::uint32_t>(std::max(0, linkAbove(joint)));
    }

    const body::BodyModel& m_model;
    const BodyMasses& m_masses;
    const body::Atlas& m_atlas;
    const body::BoneTransforms& m_transforms;
    const glm::mat4& m_placement;
    BodyChain m_chain;
    std::vector<std::uint32_t> m_carriers; ///< the joint of each link
};

} // namespace

glm::vec3 BodyChain::centreMm() const
{
    glm::vec3 sum(0);
    for (const Link& link : links)
        sum += link.mass * link.centreMm;
    return sum;
}

float BodyChain::mass(BodyGroup group, Side side) const
{
    float sum = 0;
    for (std::size_t i = 0; i < links.size(); ++i)
        if (parts[i].group == group && parts[i].side == side)
            sum += links[i].mass;
    return sum;
}

float BodyChain::mass(BodyGroup group) const
{
    return mass(group, Side::Midline) + mass(group, Side::Right) + mass(group, Side::Left);
}

BodyChain bodyChain(const body::BodyModel& model, const BodyMasses& masses,
                    const body::BoneTransforms& transforms, const glm::mat4& placement)
{
    return Hanger(model, masses, transforms, placement).hang();
}

void holdLegs(BodyChain& chain)
{
    for (std::size_t i = 0; i < chain.links.size(); ++i)
        if (chain.parts[i].group == BodyGroup::Leg)
            chain.links[i].stiffness = kHeldLeg;
}

glm::vec3 centreOfMass(const body::BodyModel& model, const BodyMasses& masses,
                       const body::BoneTransforms& transforms, const glm::mat4& placement)
{
    return bodyChain(model, masses, transforms, placement).centreMm();
}

} // namespace knotmap::posture
