#pragma once

#include "engine/body/body_model.h"
#include "engine/body/rigid_transform.h"
#include "engine/care/segments.h"
#include "engine/posture/statics.h"

#include <glm/mat4x4.hpp>
#include <vector>

namespace knotmap::posture {

/// What a segment is counted with.
enum class BodyGroup
{
    Head, ///< and neck
    Trunk,
    Arm,
    Leg
};

/// The body as a chain of segments: the heavy ones of care/segments.toml, each attached to the
/// joint that carries it.
struct BodyChain
{
    struct Part
    {
        std::string segment; ///< "forearm"
        core::Side side = core::Side::Midline;
        BodyGroup group = BodyGroup::Trunk;
        anatomy::BodyPart bodyPart = anatomy::BodyPart::PelvicGirdle; ///< its joint's
    };
    std::vector<Link>
        links; ///< in the world, a parent before its children; the first is the pelvis
    std::vector<Part> parts;           ///< parallel to `links`
    std::vector<std::uint32_t> linkOf; ///< which link moves with a joint of the atlas

    glm::vec3 centreMm() const; ///< of all the mass
    /// The share of the body's mass that a group of segments has; of one side or of both.
    float mass(BodyGroup group, core::Side side) const;
    float mass(BodyGroup group) const;
};

/// The sex and table for the segments' masses; refers to the table, which must outlive it.
struct BodyMasses
{
    const std::vector<care::Segment>& segments; ///< empty: not known
    bool female = false;                        ///< which column of the table
};

/// The body in a pose. A standing person holds the legs' joints; otherwise limbs and neck are
/// relaxed, and only the trunk is held.
BodyChain bodyChain(const body::BodyModel& model, const BodyMasses& masses,
                    const body::BoneTransforms& transforms, const glm::mat4& placement);

/// The body's centre of mass in the world, by the masses of its segments.
glm::vec3 centreOfMass(const body::BodyModel& model, const BodyMasses& masses,
                       const body::BoneTransforms& transforms, const glm::mat4& placement);

/// Muscles hold standing legs.
void holdLegs(BodyChain& chain);

} // namespace knotmap::posture
