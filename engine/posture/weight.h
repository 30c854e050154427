#pragma once

#include "engine/posture/body_chain.h"
#include "engine/posture/solved_position.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace knotmap::posture {

/// What carries some of the body, in the world.
struct Contact
{
    std::string name; ///< "left foot", "seat", "Tennis ball"
    glm::vec3 place{0};
    glm::vec3 normal{0, 1, 0}; ///< unit, towards the body
    bool wall = false;         ///< against something upright
    /// Of the body's weight; none for what leans against a wall, whose push depends on how the
    /// feet are braced, and none where an estimate would be a guess.
    std::optional<float> percent;
};

/// Where the weight of the body goes.
struct WeightSplit
{
    glm::vec3 centre{0};         ///< of the body's mass, in the world
    float groundMm = 0;          ///< height of what lies below it
    float beyondMm = 0;          ///< of the centre from the ground plan of all that carries or is
                                 ///< leant on; 0 over it
    std::vector<glm::vec3> skin; ///< some places of the body, for labels to keep clear of
    std::vector<Contact>
        contacts; ///< those that carry most first, then those not reported, then walls
};

/// Where a part of the body bears another one: a hand under the head, an ankle on the other knee.
struct SelfTouch
{
    std::uint32_t joint = 0, other = 0;  ///< of the atlas: what is borne, and what bears it
    glm::vec3 place{0}, normal{0, 1, 0}; ///< in the world; unit, towards what is borne
};

/// Finds what carries the body and estimates how much each carries: the body as a chain of
/// segments with the masses of de Leva (J Biomech 1996;29:1223), in balance link by link
/// (statics.h), limbs let go of unless they stand. It is solved with joints held less and more;
/// what that changes a lot, and what is beyond the segments that it can hold up (weight_limits.h),
/// is not reported. Where all is reported it adds up to 100. `toolName` names the tool where it
/// carries.
WeightSplit splitWeight(const body::BodyModel& model, const BodyMasses& masses,
                        const SolvedPosition& solved, const std::string& toolName,
                        const std::vector<SelfTouch>& self = {});

/// "seat 81 %, left foot 10 %, right foot 9 %; Tennis ball against the wall"
std::string weightLine(const WeightSplit& split);

} // namespace knotmap::posture
