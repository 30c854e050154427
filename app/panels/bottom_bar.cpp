#include "app/panels/widgets.h"

#include <array>
#include <fmt/format.h>

namespace knotmap::app {
namespace {

constexpr std::array<const char*, 5> kLayers{"skin", "superficial", "intermediate", "deep", "bone"};

void drawLayers(const PanelContext& context, float width)
{
    const int clicked =
        widgets::choice(context.theme, "layer", {"Skin", "Upper", "Middle", "Deep", "Bones"},
                        static_cast<int>(context.state.layer), width);
    if (clicked >= 0)
        context.commands.push("layer", {kLayers[static_cast<std::size_t>(clicked)]});
}

void drawSkin(const PanelContext& context, float width)
{
    float percent = context.state.scene.skinOpacity * 100;
    ImGui::SetNextItemWidth(width);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {context.theme.px(8), context.theme.px(5)});
    if (ImGui::SliderFloat("##skin", &percent, 0, 100, "Skin %.0f %%",
                           ImGuiSliderFlags_AlwaysClamp | ImGuiSliderFlags_NoInput))
        context.commands.push("skin-opacity", {fmt::format("{:.1f}", percent)});
    ImGui::PopStyleVar();
}

void drawViews(const PanelContext& context, float width)
{
    static constexpr std::array<const char*, 5> kViews{"front", "back", "left", "right", "head"};
    const int clicked = widgets::choice(context.theme, "view",
                                        {"Front", "Back", "Left", "Right", "Head"}, -1, width);
    if (clicked >= 0)
        context.commands.push("view", {kViews[static_cast<std::size_t>(clicked)]});
}

/// What solid and dots mean, in a corner of the picture while a zone is shown.
void drawLegend(const PanelContext& context)
{
    if (context.state.selectedPoint() == nullptr)
        return;
    const Theme& theme = context.theme;
    const Area& view = context.layout.view;
    const float width = theme.px(196), height = theme.px(62);
    if (view.width < width || view.height < 2 * height)
        return;
    ImGui::PushStyleColor(ImGuiCol_WindowBg, ImVec4(0.99F, 0.982F, 0.962F, 0.86F));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, theme.px(6));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {theme.px(10), theme.px(9)});
    widgets::beginPanel(
        "##legend",
        {view.x + theme.px(12), view.y + view.height - height - theme.px(12), width, height},
        ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoInputs);
    ImGui::PushFont(theme.small);
    widgets::swatch(theme, widgets::Mark::Solid);
    ImGui::SameLine();
    ImGui::TextUnformatted("nearly always felt");
    widgets::swatch(theme, widgets::Mark::Dots);
    ImGui::SameLine();
    ImGui::TextUnformatted("felt by some");
    ImGui::PopFont();
    widgets::endPanel();
    ImGui::PopStyleVar(2);
    ImGui::PopStyleColor();
}

} // namespace

void drawBottomBar(const PanelContext& context)
{
    const Theme& theme = context.theme;
    drawLegend(context);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {theme.px(14), theme.px(14)});
    widgets::beginPanel("##bottom", context.layout.bottom, ImGuiWindowFlags_NoScrollbar);
    ImGui::PopStyleVar();
    const float gap = theme.px(14);
    const float width = ImGui::GetContentRegionAvail().x - 2 * gap;
    drawLayers(context, width * 0.42F);
    ImGui::SameLine(0, gap);
    drawSkin(context, width * 0.18F);
    ImGui::SameLine(0, gap);
    drawViews(context, width * 0.40F);
    widgets::endPanel();
}

} // namespace knotmap::app
