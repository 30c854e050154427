#include "app/panels/theme.h"

namespace knotmap::app {
namespace {

constexpr float kRounding = 6;

ImVec4 faded(const ImVec4& colour, float alpha)
{
    return {colour.x, colour.y, colour.z, alpha};
}

void setColours(ImGuiStyle& style)
{
    ImGui::StyleColorsLight(&style);
    const auto set = [&](ImGuiCol which, const ImVec4& value) { style.Colors[which] = value; };
    set(ImGuiCol_Text, colour::kInk);
    set(ImGuiCol_TextDisabled, colour::kInkSoft);
    set(ImGuiCol_WindowBg, colour::kPaper);
    set(ImGuiCol_ChildBg, faded(colour::kPaper, 0));
    set(ImGuiCol_PopupBg, colour::kPaperLight);
    set(ImGuiCol_MenuBarBg, colour::kPaper);
    set(ImGuiCol_Border, colour::kLine);
    set(ImGuiCol_Separator, colour::kLine);
    set(ImGuiCol_FrameBg, colour::kPaperLight);
    set(ImGuiCol_FrameBgHovered, ImVec4(1, 1, 1, 1));
    set(ImGuiCol_FrameBgActive, ImVec4(1, 1, 1, 1));
    set(ImGuiCol_Button, colour::kPaperLight);
    set(ImGuiCol_ButtonHovered, colour::kPaperDark);
    set(ImGuiCol_ButtonActive, colour::kChosen);
    set(ImGuiCol_Header, colour::kChosen);
    set(ImGuiCol_HeaderHovered, colour::kPaperDark);
    set(ImGuiCol_HeaderActive, colour::kChosen);
    set(ImGuiCol_CheckMark, colour::kInk);
    set(ImGuiCol_SliderGrab, colour::kInkSoft);
    set(ImGuiCol_SliderGrabActive, colour::kInk);
    set(ImGuiCol_ScrollbarBg, faded(colour::kPaper, 0));
    set(ImGuiCol_ScrollbarGrab, colour::kLine);
    set(ImGuiCol_ScrollbarGrabHovered, colour::kInkSoft);
    set(ImGuiCol_ScrollbarGrabActive, colour::kInk);
    set(ImGuiCol_TextSelectedBg, faded(colour::kLink, 0.22F));
    set(ImGuiCol_NavHighlight, colour::kLink);
    set(ImGuiCol_TitleBg, colour::kPaperDark);
    set(ImGuiCol_TitleBgActive, colour::kPaperDark);
    set(ImGuiCol_TitleBgCollapsed, colour::kPaperDark);
    set(ImGuiCol_ModalWindowDimBg, ImVec4(0.14F, 0.12F, 0.10F, 0.32F));
}

} // namespace

void applyTheme(const Theme& theme)
{
    ImGuiStyle style;
    setColours(style);
    style.WindowPadding = {16, 14};
    style.FramePadding = {10, 6};
    style.ItemSpacing = {8, 7};
    style.ItemInnerSpacing = {7, 6};
    style.IndentSpacing = 16;
    style.ScrollbarSize = 11;
    style.GrabMinSize = 14;
    style.WindowRounding = 0;
    style.ChildRounding = kRounding;
    style.FrameRounding = kRounding;
    style.PopupRounding = kRounding;
    style.ScrollbarRounding = kRounding;
    style.GrabRounding = kRounding;
    style.WindowBorderSize = 0;
    style.ChildBorderSize = 1;
    style.FrameBorderSize = 1;
    style.PopupBorderSize = 1;
    style.WindowTitleAlign = {0, 0.5F};
    style.ScaleAllSizes(theme.scale);
    ImGui::GetStyle() = style;
}

} // namespace knotmap::app
