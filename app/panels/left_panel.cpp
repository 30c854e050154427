#include "app/panels/widgets.h"
#include "engine/words/tr.h"

#include <algorithm>
#include <string>

namespace knotmap::app {
namespace {

/// The edge between a panel and the view; dragging it changes the panel's width.
void drawEdge(const PanelContext& context, const char* side, float x, float widthNow, float sign)
{
    const Theme& theme = context.theme;
    const Area& area = context.layout.left;
    ImDrawList* draw = ImGui::GetForegroundDrawList();
    const float reach = theme.px(4);
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    ImGui::SetCursorScreenPos({x - reach, area.y});
    ImGui::InvisibleButton(side, {2 * reach, std::max(1.0F, area.height)});
    if (ImGui::IsItemActive())
        context.commands.push(
            "panel-width",
            {side, std::to_string(
                       std::clamp(widthNow + sign * (mouse.x - x) / theme.scale, 220.0F, 640.0F))});
    if (ImGui::IsItemHovered() || ImGui::IsItemActive()) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
        draw->AddLine({x, area.y}, {x, area.y + area.height}, ImGui::GetColorU32(colour::kInkSoft),
                      theme.px(2));
    }
}

} // namespace

void drawPanelEdges(const PanelContext& context)
{
    const Layout& layout = context.layout;
    const Theme& theme = context.theme;
    const float reach = theme.px(4);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowMinSize, {1, 1});
    ImGui::PushStyleColor(ImGuiCol_WindowBg, ImVec4(0, 0, 0, 0));
    const float rightX = layout.right.x;
    widgets::beginPanel("##left-edge",
                        {layout.left.width - reach, layout.left.y, 2 * reach, layout.left.height});
    drawEdge(context, "left", layout.left.width, layout.left.width / theme.scale, 1);
    widgets::endPanel();
    widgets::beginPanel("##right-edge",
                        {rightX - reach, layout.right.y, 2 * reach, layout.right.height});
    drawEdge(context, "right", rightX, layout.right.width / theme.scale, -1);
    widgets::endPanel();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
}

void drawLeftPanel(const PanelContext& context)
{
    const Theme& theme = context.theme;
    widgets::beginPanel("##left", context.layout.left, ImGuiWindowFlags_NoScrollbar);
    const float width = ImGui::GetContentRegionAvail().x;
    const int tab = widgets::choice(theme, "tab", {tr("Knots"), tr("Where does it hurt?")},
                                    context.state.panels.tab == Tab::Knots ? 0 : 1, width);
    if (tab >= 0)
        context.commands.push("tab", {tab == 0 ? "knots" : "pain"});
    ImGui::Dummy({0, theme.px(1)});
    if (context.state.panels.tab == Tab::Knots)
        drawKnotList(context);
    else
        drawPainFinder(context);
    widgets::endPanel();
}

} // namespace knotmap::app
