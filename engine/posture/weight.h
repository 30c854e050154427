#pragma once

#include "engine/posture/body_chain.h"
#include "engine/posture/solved_position.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace knotmap::posture {

/// A support of the body, in the world.
struct Contact
{
    std::string name; ///< "left foot", "seat", "Tennis ball"
    glm::vec3 point{0};
    glm::vec3 normal{0, 1, 0}; ///< unit, towards the body
    bool wall = false;         ///< against a vertical surface
    /// Fraction of body weight; none for a contact with a wall, whose force depends on how the feet
    /// are braced, and none where an estimate would be a guess.
    std::optional<float> percent;
};

/// The load distribution of the body.
struct WeightSplit
{
    glm::vec3 centre{0};           ///< centre of mass, in the world
    float groundMm = 0;            ///< height of the surface below it
    float beyondMm = 0;            ///< of the centre outside the support base; 0 inside
    std::vector<glm::vec3> skin;   ///< some points of the body, for labels to avoid
    std::vector<Contact> contacts; ///< largest load first, then those not reported, then walls
};

/// Where a body part bears another one: a hand under the head, an ankle on the other knee.
struct SelfTouch
{
    std::uint32_t joint = 0, other = 0;  ///< joints of the atlas: what is borne, and what bears it
    glm::vec3 point{0}, normal{0, 1, 0}; ///< in the world; unit, towards what is borne
};

/// Finds the supports of the body and estimates the load on each: the body as a chain of segments
/// with the masses of de Leva (J Biomech 1996;29:1223), in equilibrium link by link (statics.h),
/// limbs relaxed unless they stand. It is solved with joints held less and more stiffly; a load
/// that this changes a lot, or that exceeds the segments that the contact can support
/// (weight_limits.h), is not reported. If all are reported they add up to 100. `toolName` names the
/// tool if it bears load.
WeightSplit splitWeight(const body::BodyModel& model, const BodyMasses& masses,
                        const SolvedPosition& solved, const std::string& toolName,
                        const std::vector<SelfTouch>& self = {});

/// "seat 81 %, left foot 10 %, right foot 9 %; Tennis ball against the wall"
std::string weightLine(const WeightSplit& split);

} // namespace knotmap::posture
