#include "app/model/placed_point.h"

#include "engine/posture/tool_placement.h"

namespace knotmap::app {

bool isPressed(const PlacedPoint& placed)
{
    return placed.advice != nullptr && placed.advice->press;
}

std::optional<scene::ToolModel> placeTool(const Library& library, const PlacedPoint& placed,
                                          std::string_view toolId)
{
    if (!isPressed(placed))
        return std::nullopt;
    const care::Tool* tool =
        toolId.empty() ? library.care.firstTool(*placed.advice) : library.care.findTool(toolId);
    if (tool == nullptr)
        return std::nullopt;
    posture::PlacedTool placedTool = posture::placeTool(library, placed, *tool);
    scene::ToolModel model;
    model.placement = placedTool.placement;
    model.mesh = std::make_shared<const geometry::Mesh>(std::move(placedTool.tool.mesh));
    model.colours = std::move(placedTool.tool.colours);
    model.presses = tool->shape != "pincer";
    model.skinLike = placedTool.tool.skinLike;
    return model;
}

} // namespace knotmap::app
