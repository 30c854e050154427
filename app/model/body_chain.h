#pragma once

#include "app/model/library.h"
#include "app/model/statics.h"
#include "engine/body/rigid_move.h"

#include <glm/mat4x4.hpp>
#include <vector>

namespace knotmap::app {

/// What a segment is a part of.
enum class BodyPart
{
    Head, ///< and neck
    Trunk,
    Arm,
    Leg
};

/// The body as a chain of segments: the heavy ones of care/segments.toml, each hung on the joint
/// that carries it.
struct BodyChain
{
    struct Part
    {
        std::string segment; ///< "forearm"
        core::Side side = core::Side::Midline;
        BodyPart part = BodyPart::Trunk;
    };
    std::vector<Link>
        links; ///< in the world, a parent before its children; the first is the pelvis
    std::vector<Part> parts;           ///< parallel to `links`
    std::vector<std::uint32_t> linkOf; ///< which one moves with a joint of the atlas

    glm::vec3 centreMm() const; ///< of all the mass
    /// The mass of one part of the body, of its whole; of one side or of both.
    float mass(BodyPart part, core::Side side) const;
    float mass(BodyPart part) const;
};

/// The body in a pose. Who stands holds the legs' joints; otherwise limbs and neck are let go of,
/// and only the trunk is held.
BodyChain bodyChain(const Library& library, const body::Moves& moves, const glm::mat4& placement);

/// Legs that stand are held by their muscles.
void holdLegs(BodyChain& chain);

} // namespace knotmap::app
