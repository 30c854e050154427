#pragma once

#include "engine/posture/press_target.h"
#include "engine/props/tool_mesh.h"

#include <glm/mat4x4.hpp>

namespace knotmap::posture {

/// A tool where it presses.
struct PlacedTool
{
    props::ToolMesh tool;
    glm::mat4 placement{1}; ///< from the tool's frame to the body's, in the measured stance
};

/// Puts a tool onto the skin, pressing along the target's direction. A hand or a hook is turned
/// about that direction so that as little of it as can be lies within the body; the right side is
/// pressed by a left hand.
PlacedTool placeTool(const body::BodyModel& model, const PressTarget& target,
                     const care::Tool& tool);

} // namespace knotmap::posture
