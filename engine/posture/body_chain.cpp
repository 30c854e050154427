#include "engine/posture/body_chain.h"

#include "engine/core/by_id.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>

namespace knotmap::posture {
namespace {

using core::Side;

/// Half the thickness of the slab of skin from which the body's depth is measured.
constexpr float kSlabMm = 15;
/// The arms hang beside the body and do not count towards its depth.
constexpr float kTrunkHalfMm = 120;

/// A segment's role in the chain: its body part, the joint that carries it, and that joint's
/// passive stiffness, in body weights times metres per radian (0.1 of 70 kg: 69 Nm/rad).
struct Hanging
{
    std::string_view segment, parent;
    BodyPart part;
    float stiffness;
};

/// The trunk is held upright or lies; a neck, a shoulder, a knee at rest yield to a few Nm.
constexpr std::array<Hanging, 10> kHangings = {{
    {"pelvis", "", BodyPart::Trunk, 0.0F},
    {"belly", "pelvis", BodyPart::Trunk, 1.5F},
    {"chest", "belly", BodyPart::Trunk, 1.5F},
    {"head", "chest", BodyPart::Head, 0.012F},
    {"upper-arm", "chest", BodyPart::Arm, 0.03F},
    {"forearm", "upper-arm", BodyPart::Arm, 0.02F},
    {"hand", "forearm", BodyPart::Arm, 0.01F},
    {"thigh", "pelvis", BodyPart::Leg, 0.08F},
    {"shank", "thigh", BodyPart::Leg, 0.04F},
    {"foot", "shank", BodyPart::Leg, 0.03F},
}};
constexpr float kHeldLeg = 3.0F;

/// A landmark or a joint in the measured stance; for the midline, the one of a side projected to X
/// = 0.
std::optional<glm::vec3> placeOf(const body::Atlas& atlas, const std::string& id,
                                 std::optional<Side> side)
{
    for (const body::JointInstance& joint : atlas.joints)
        if (joint.id == id && (joint.side == side.value_or(joint.side)))
            return side ? joint.at : joint.at * glm::vec3(0, 1, 1);
    const body::LandmarkPlace* landmark = core::findById(atlas.landmarks, id);
    if (landmark == nullptr)
        return std::nullopt;
    const float x = !side ? 0.0F : *side == Side::Left ? -1.0F : 1.0F;
    return landmark->position * glm::vec3(x, 1, 1);
}

/// The midpoint between the front and the back of the body at a height.
float middleDepth(const body::Skin& skin, float height)
{
    float front = -1e9F, back = 1e9F;
    for (const glm::vec3& place : skin.mesh.positions)
        if (std::abs(place.y - height) < kSlabMm && std::abs(place.x) < kTrunkHalfMm) {
            front = std::max(front, place.z);
            back = std::min(back, place.z);
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
        for (const Hanging& hanging : kHangings) {
            const care::Segment* segment =
                core::findById(m_masses.segments, std::string(hanging.segment));
            if (segment == nullptr)
                continue;
            if (segment->paired)
                for (const Side side : {Side::Right, Side::Left})
                    add(hanging, *segment, side);
            else
                add(hanging, *segment, Side::Midline);
        }
        float whole = 0;
        for (const Link& link : m_chain.links)
            whole += link.mass;
        for (Link& link : m_chain.links)
            link.mass /= whole;
        for (std::size_t i = 0; i < m_atlas.joints.size(); ++i)
            m_chain.linkOf.push_back(linkOf(m_atlas.joints[i]));
        return std::move(m_chain);
    }

private:
    void add(const Hanging& hanging, const care::Segment& segment, Side side)
    {
        std::optional<Side> ofPair;
        if (segment.paired)
            ofPair = side;
        const auto from = placeOf(m_atlas, segment.from, ofPair),
                   to = placeOf(m_atlas, segment.to, ofPair);
        const auto joint = m_model.skeleton->findJoint(segment.joint, side);
        if (!from || !to || !joint)
            return;
        const bool female = m_masses.female;
        const float way = 0.01F * (female ? segment.centre.female : segment.centre.male);
        glm::vec3 centre = glm::mix(*from, *to, way);
        if (!segment.paired)
            centre.z = middleDepth(m_atlas.skin, centre.y);
        Link link;
        link.mass = female ? segment.mass.female : segment.mass.male;
        link.centreMm = inWorld(*joint, centre);
        link.jointMm = inWorld(*joint, m_model.skeleton->joints()[*joint].at);
        // The neck belongs to the head, as in the source of the masses: it bends at its base.
        if (hanging.part == BodyPart::Head)
            if (const auto neck = m_model.skeleton->findJoint("cervicothoracic", Side::Midline))
                link.jointMm = inWorld(*neck, m_model.skeleton->joints()[*neck].at);
        link.stiffness = hanging.stiffness;
        link.parent = find(hanging.parent, side);
        m_chain.links.push_back(link);
        m_chain.parts.push_back({segment.id, side, hanging.part});
    }

    glm::vec3 inWorld(std::uint32_t joint, const glm::vec3& place) const
    {
        return glm::vec3(m_placement *
                         glm::vec4(body::transformPoint(m_transforms[joint], place), 1));
    }

    int find(std::string_view segment, Side side) const
    {
        for (std::size_t i = 0; i < m_chain.parts.size(); ++i)
            if (m_chain.parts[i].segment == segment &&
                (m_chain.parts[i].side == side || m_chain.parts[i].side == Side::Midline))
                return static_cast<int>(i);
        return -1;
    }

    /// The segment of the nearest ancestor joint that carries one.
    std::uint32_t linkOf(const body::JointInstance& joint) const
    {
        const body::JointInstance* at = &joint;
        while (true) {
            const bool neck =
                at->id == "cervicothoracic" || at->id == "cervical" || at->id == "atlantoaxial";
            for (const care::Segment& segment : m_masses.segments)
                if (segment.joint == at->id || (neck && segment.id == "head"))
                    if (const int link = find(segment.id, at->side); link >= 0)
                        return static_cast<std::uint32_t>(link);
            if (at->parent < 0)
                return 0;
            at = &m_atlas.joints[static_cast<std::size_t>(at->parent)];
        }
    }

    const body::BodyModel& m_model;
    const BodyMasses& m_masses;
    const body::Atlas& m_atlas;
    const body::BoneTransforms& m_transforms;
    const glm::mat4& m_placement;
    BodyChain m_chain;
};

} // namespace

glm::vec3 BodyChain::centreMm() const
{
    glm::vec3 sum(0);
    for (const Link& link : links)
        sum += link.mass * link.centreMm;
    return sum;
}

float BodyChain::mass(BodyPart part, Side side) const
{
    float sum = 0;
    for (std::size_t i = 0; i < links.size(); ++i)
        if (parts[i].part == part && parts[i].side == side)
            sum += links[i].mass;
    return sum;
}

float BodyChain::mass(BodyPart part) const
{
    return mass(part, Side::Midline) + mass(part, Side::Right) + mass(part, Side::Left);
}

BodyChain bodyChain(const body::BodyModel& model, const BodyMasses& masses,
                    const body::BoneTransforms& transforms, const glm::mat4& placement)
{
    return Hanger(model, masses, transforms, placement).hang();
}

void holdLegs(BodyChain& chain)
{
    for (std::size_t i = 0; i < chain.links.size(); ++i)
        if (chain.parts[i].part == BodyPart::Leg)
            chain.links[i].stiffness = kHeldLeg;
}

glm::vec3 centreOfMass(const body::BodyModel& model, const BodyMasses& masses,
                       const body::BoneTransforms& transforms, const glm::mat4& placement)
{
    return bodyChain(model, masses, transforms, placement).centreMm();
}

} // namespace knotmap::posture
