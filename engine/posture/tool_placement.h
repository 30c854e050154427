#pragma once

#include "engine/posture/press_target.h"
#include "engine/props/tool_mesh.h"

#include <glm/mat4x4.hpp>

namespace knotmap::posture {

/// A tool in contact.
struct PlacedTool
{
    props::ToolMesh tool;
    glm::mat4 placement{1}; ///< from the tool's frame to the body's, in the measured stance
};

/// Places a tool on the skin, pressing along the target's direction. A hand or a hook is rotated
/// about that direction so that as little of it as possible is inside the body; the right side is
/// pressed by a left hand.
PlacedTool placeTool(const body::BodyModel& model, const PressTarget& target,
                     const care::Tool& tool);

} // namespace knotmap::posture
