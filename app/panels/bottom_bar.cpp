#include "app/panels/widgets.h"
#include "engine/words/tr.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace knotmap::app {
namespace {

constexpr std::array<const char*, 5> kLayers{"skin", "superficial", "intermediate", "deep", "bone"};

/// The label in front of a row of controls.
void label(const PanelContext& context, const char* words)
{
    // As tall as the buttons beside it.
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {0, context.theme.px(5)});
    ImGui::AlignTextToFramePadding();
    ImGui::PopStyleVar();
    ImGui::PushStyleColor(ImGuiCol_Text, colour::kInkSoft);
    ImGui::TextUnformatted(words);
    ImGui::PopStyleColor();
    ImGui::SameLine(0, context.theme.px(8));
}

void drawLayers(const PanelContext& context, float width)
{
    const int clicked = widgets::choice(
        context.theme, "layer",
        {tr("Skin"), tr("Superficial"), tr("Intermediate"), tr("Deep"), tr("Bones")},
        static_cast<int>(context.state.view.layer), width, widgets::Share::Even);
    if (clicked >= 0)
        context.commands.push("layer", {kLayers[static_cast<std::size_t>(clicked)]});
}

/// The same by hand: what lies between two layers fades. The slider's handle is below a layer's
/// button when all of that layer is visible.
void drawPeel(const PanelContext& context, float width)
{
    float peel = context.state.view.peel;
    // ImGui keeps half a handle and 2 pixels free at either end of a slider.
    const float half = ImGui::GetStyle().GrabMinSize / 2 + 2;
    const float aside = width / (2 * static_cast<float>(kLayers.size())) - half;
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + aside);
    ImGui::SetNextItemWidth(std::max(1.0F, width - 2 * aside));
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {context.theme.px(8), context.theme.px(0)});
    if (ImGui::SliderFloat("##peel", &peel, 0, peelOf(anatomy::Layer::Bone), "",
                           ImGuiSliderFlags_AlwaysClamp | ImGuiSliderFlags_NoInput))
        context.commands.push("peel", {fmt::format("{:.2f}", peel)});
    ImGui::PopStyleVar();
    if (ImGui::IsItemHovered())
        ImGui::SetTooltip("%s", tr("Drag to peel the body: skin on the left, bones on the right"));
}

void drawSkin(const PanelContext& context, float width)
{
    float percent = context.state.scene.skinOpacity * 100;
    ImGui::SetNextItemWidth(std::max(1.0F, width));
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {context.theme.px(8), context.theme.px(5)});
    if (ImGui::SliderFloat("##skin", &percent, 0, 100, "",
                           ImGuiSliderFlags_AlwaysClamp | ImGuiSliderFlags_NoInput))
        context.commands.push("skin-opacity", {fmt::format("{:.1f}", percent)});
    ImGui::PopStyleVar();
    if (ImGui::IsItemHovered() || ImGui::IsItemActive())
        ImGui::SetTooltip("%s", trf("Skin {:.0f} %", percent).c_str());
}

void drawViews(const PanelContext& context, float width)
{
    static constexpr std::array<const char*, 6> kViews{"front", "back",          "left",
                                                       "right", "three-quarter", "head"};
    const int clicked = widgets::choice(
        context.theme, "view",
        {tr("Front"), tr("Back"), tr("Left"), tr("Right"), "3/4", tr("Head")}, -1, width);
    if (clicked >= 0)
        context.commands.push("view", {kViews[static_cast<std::size_t>(clicked)]});
}

} // namespace

void drawBottomBar(const PanelContext& context)
{
    const Theme& theme = context.theme;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {theme.px(14), theme.px(11)});
    widgets::beginPanel("##bottom", context.layout.bottom, ImGuiWindowFlags_NoScrollbar);
    ImGui::PopStyleVar();
    const float left = ImGui::GetCursorPosX(), indent = theme.px(52);
    label(context, tr("Layer"));
    ImGui::SameLine(left + indent);
    drawLayers(context, ImGui::GetContentRegionAvail().x);
    ImGui::SetCursorPosX(left + indent);
    drawPeel(context, ImGui::GetContentRegionAvail().x);
    label(context, tr("View"));
    ImGui::SameLine(left + indent);
    const float room = ImGui::GetContentRegionAvail().x, skin = room * 0.32F;
    drawViews(context, room - skin);
    ImGui::SameLine(0, theme.px(14));
    label(context, tr("Skin"));
    drawSkin(context, ImGui::GetContentRegionAvail().x);
    widgets::endPanel();
}

} // namespace knotmap::app
