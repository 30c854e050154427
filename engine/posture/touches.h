#pragma once

#include "engine/posture/body_chain.h"
#include "engine/posture/solved_position.h"

#include <glm/vec2.hpp>
#include <string>
#include <vector>

namespace knotmap::posture {

/// A patch of the body that touches something.
struct Touch
{
    std::string
        name; ///< "left foot"; empty for what only steadies the body: nothing is reported of it
    Push push;
    bool wall = false;                 ///< against something upright
    bool tool = false;                 ///< through the tool
    std::vector<glm::vec2> groundPlan; ///< of all of the patch, X and Z, mm
};

/// Where the skin touches what the body rests on, and the tool where it carries or is leant on.
std::vector<Touch> touchesOf(const body::BodyModel& model, const SolvedPosition& solved,
                             const BodyChain& chain, const std::string& toolName);

} // namespace knotmap::posture
