#pragma once

#include "engine/posture/body_chain.h"
#include "engine/posture/solved_position.h"

#include <glm/vec2.hpp>
#include <string>
#include <vector>

namespace knotmap::posture {

/// A patch of the body in contact with something.
struct Touch
{
    std::string name; ///< "left foot"; empty for what only steadies the body: it is not reported
    Push push;
    bool wall = false;                 ///< against a vertical surface
    bool tool = false;                 ///< through the tool
    std::vector<glm::vec2> groundPlan; ///< extent of the whole patch, X and Z, mm
};

/// The skin's contacts with what the body rests on, and with the tool if it supports or is leant
/// on.
std::vector<Touch> touchesOf(const body::BodyModel& model, const SolvedPosition& solved,
                             const BodyChain& chain, const std::string& toolName);

} // namespace knotmap::posture
