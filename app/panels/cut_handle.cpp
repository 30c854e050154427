#include "app/commands/cut.h"
#include "app/panels/panel.h"

#include <fmt/format.h>

namespace knotmap::app {
namespace {

/// An arrowhead beside the knob, in the direction in which it can be dragged.
void drawHead(ImDrawList* draw, const glm::vec2& centre, const glm::vec2& direction, float reach,
              float size, ImU32 colour)
{
    const glm::vec2 tip = centre + direction * (reach + size), base = centre + direction * reach;
    const glm::vec2 across(-direction.y * size * 0.75F, direction.x * size * 0.75F);
    draw->AddTriangleFilled({tip.x, tip.y}, {base.x + across.x, base.y + across.y},
                            {base.x - across.x, base.y - across.y}, colour);
}

} // namespace

void drawCutHandle(const PanelContext& context)
{
    const AppState& state = context.state;
    const auto handle = cutHandle(state);
    if (!handle)
        return;
    const Theme& theme = context.theme;
    const Area& view = context.layout.view;
    const glm::vec2 at = glm::vec2(view.x, view.y) + handle->at / state.window.pixelRatio;
    ImDrawList* draw = ImGui::GetBackgroundDrawList();
    draw->PushClipRect(view.corner(), {view.x + view.width, view.y + view.height});
    const ImU32 blue = ImGui::GetColorU32(state.window.overCut ? colour::kInk : colour::kLink);
    const ImU32 paper = ImGui::GetColorU32(colour::kPaperLight);
    const float radius = theme.px(state.window.overCut ? 8.0F : 7.0F);
    draw->AddCircleFilled({at.x, at.y}, radius + theme.px(1.5F), paper, 24);
    draw->AddCircleFilled({at.x, at.y}, radius, blue, 24);
    draw->AddCircleFilled({at.x, at.y}, theme.px(2.2F), paper, 12);
    for (const float sign : {1.0F, -1.0F})
        drawHead(draw, at, sign * handle->along, radius + theme.px(3), theme.px(6), blue);
    const std::string words = fmt::format("{:.0f} mm", scene::positionAlong(*state.view.cut));
    ImGui::PushFont(theme.small);
    const ImVec2 size = ImGui::CalcTextSize(words.c_str());
    // Inside the picture whichever edge of it the knob is near.
    const bool right = at.x + theme.px(14) + size.x < view.x + view.width;
    const ImVec2 corner{right ? at.x + theme.px(14) : at.x - theme.px(14) - size.x,
                        at.y - size.y / 2};
    draw->AddRectFilled({corner.x - theme.px(3), corner.y - theme.px(1)},
                        {corner.x + size.x + theme.px(3), corner.y + size.y + theme.px(1)}, paper,
                        theme.px(3));
    draw->AddText(corner, ImGui::GetColorU32(colour::kInk), words.c_str());
    ImGui::PopFont();
    draw->PopClipRect();
}

} // namespace knotmap::app
