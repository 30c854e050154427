#include "app/panels/widgets.h"

#include <algorithm>
#include <cmath>
#include <imgui_stdlib.h>

namespace knotmap::app::widgets {
namespace {

constexpr ImGuiWindowFlags kFixed = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                                    ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoCollapse |
                                    ImGuiWindowFlags_NoSavedSettings |
                                    ImGuiWindowFlags_NoBringToFrontOnFocus;

ImU32 packed(const ImVec4& colour)
{
    return ImGui::ColorConvertFloat4ToU32(colour);
}

/// The text, cut at its end and marked so where it is wider than that.
std::string shortened(const std::string& words, float width)
{
    if (ImGui::CalcTextSize(words.c_str()).x <= width)
        return words;
    std::string part = words;
    while (!part.empty() && ImGui::CalcTextSize((part + "...").c_str()).x > width) {
        while (part.size() > 1 && (static_cast<unsigned char>(part.back()) & 0xC0U) == 0x80U)
            part.pop_back(); // the rest of a letter of several bytes
        part.pop_back();
    }
    return part + "...";
}

/// One segment of a choice: flat, joined to its neighbours.
bool segment(const Theme& theme, const std::string& label, bool isChosen, float width)
{
    ImGui::PushStyleColor(ImGuiCol_Button, isChosen ? colour::kInk : colour::kPaperLight);
    ImGui::PushStyleColor(ImGuiCol_ButtonHovered, isChosen ? colour::kInk : colour::kPaperDark);
    ImGui::PushStyleColor(ImGuiCol_Text, isChosen ? colour::kPaperLight : colour::kInk);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {0, theme.px(5)});
    const std::string shown = shortened(label, width - theme.px(2));
    const bool clicked = ImGui::Button(shown.c_str(), {width, 0});
    ImGui::PopStyleVar();
    ImGui::PopStyleColor(3);
    if (shown != label && ImGui::IsItemHovered())
        ImGui::SetTooltip("%s", label.c_str());
    return clicked;
}

} // namespace

bool beginPanel(const char* id, const Area& area, ImGuiWindowFlags more)
{
    ImGui::SetNextWindowPos(area.corner());
    ImGui::SetNextWindowSize({std::max(1.0F, area.width), std::max(1.0F, area.height)});
    return ImGui::Begin(id, nullptr, kFixed | more);
}

void endPanel()
{
    ImGui::End();
}

void text(const std::string& words)
{
    // Inside a note the group keeps equal margins on the right and left.
    ImGui::PushTextWrapPos(ImGui::GetContentRegionMax().x - ImGui::GetStyle().ItemInnerSpacing.x);
    ImGui::TextUnformatted(words.c_str(), words.c_str() + words.size());
    ImGui::PopTextWrapPos();
}

void textIn(ImFont* font, const std::string& words, const ImVec4& ink)
{
    ImGui::PushFont(font == nullptr ? ImGui::GetFont() : font);
    ImGui::PushStyleColor(ImGuiCol_Text, ink);
    text(words);
    ImGui::PopStyleColor();
    ImGui::PopFont();
}

void textSoft(const std::string& words)
{
    ImGui::PushStyleColor(ImGuiCol_Text, colour::kInkSoft);
    text(words);
    ImGui::PopStyleColor();
}

void heading(const Theme& theme, const std::string& words)
{
    ImGui::Dummy({0, theme.px(5)});
    textIn(theme.strong, words);
}

void hanging(const Theme& theme, const std::string& mark, const std::string& words,
             const ImVec4& ink)
{
    const float start = ImGui::GetCursorPosX();
    textIn(nullptr, mark, colour::kInkSoft);
    ImGui::SameLine(start + theme.px(20));
    textIn(nullptr, words, ink);
}

void bullets(const Theme& theme, const std::vector<std::string>& entries, const ImVec4& ink)
{
    for (const std::string& entry : entries)
        hanging(theme, "\xE2\x80\x93", entry, ink);
}

bool link(const std::string& words, std::string_view id)
{
    ImGui::PushID(id.data(), id.data() + id.size());
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const float wrap = ImGui::GetContentRegionAvail().x;
    const ImVec2 size = ImGui::CalcTextSize(words.c_str(), nullptr, false, wrap);
    const bool clicked = ImGui::InvisibleButton("link", {std::max(1.0F, size.x), size.y});
    const bool hovered = ImGui::IsItemHovered();
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddText(ImGui::GetFont(), ImGui::GetFontSize(), start, packed(colour::kLink),
                  words.c_str(), nullptr, wrap);
    if (hovered) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        draw->AddLine({start.x, start.y + size.y}, {start.x + size.x, start.y + size.y},
                      packed(colour::kLink));
    }
    ImGui::PopID();
    return clicked;
}

int choice(const Theme& theme, const char* id, const std::vector<std::string>& labels, int chosen,
           float width, Share share)
{
    int clicked = -1;
    ImGui::PushID(id);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {theme.px(3), theme.px(3)});
    float left = width - theme.px(3) * static_cast<float>(labels.size() - 1);
    const float even = std::floor(left / static_cast<float>(labels.size()));
    // Longer labels get more room: each its words and an equal share of what is left.
    bool fitsEvenly = share == Share::Even;
    for (const std::string& label : labels) {
        const float words = ImGui::CalcTextSize(label.c_str()).x;
        left -= words;
        fitsEvenly = fitsEvenly && words <= even;
    }
    const float air = left / static_cast<float>(labels.size());
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (i > 0)
            ImGui::SameLine();
        const float byWords = std::floor(ImGui::CalcTextSize(labels[i].c_str()).x + air);
        const float own = fitsEvenly ? even : byWords;
        ImGui::PushID(static_cast<int>(i));
        if (segment(theme, labels[i], static_cast<int>(i) == chosen, std::max(1.0F, own)))
            clicked = static_cast<int>(i);
        ImGui::PopID();
    }
    ImGui::PopStyleVar();
    ImGui::PopID();
    return clicked;
}

bool buttonBeside(const char* label)
{
    const float width = ImGui::CalcTextSize(label).x + 2 * ImGui::GetStyle().FramePadding.x;
    ImGui::SameLine();
    if (ImGui::GetContentRegionAvail().x < width)
        ImGui::NewLine();
    return ImGui::Button(label);
}

bool wideButton(const char* label)
{
    const float width = ImGui::GetContentRegionAvail().x;
    const std::string shown = shortened(label, width - 2 * ImGui::GetStyle().FramePadding.x);
    const bool clicked = ImGui::Button(shown.c_str(), {width, 0});
    if (shown != label && ImGui::IsItemHovered())
        ImGui::SetTooltip("%s", label);
    return clicked;
}

bool searchField(const char* id, const char* hint, std::string& textInOut, float width)
{
    ImGui::SetNextItemWidth(width);
    const std::string shown = shortened(hint, width - 2 * ImGui::GetStyle().FramePadding.x);
    return ImGui::InputTextWithHint(id, shown.c_str(), &textInOut,
                                    ImGuiInputTextFlags_AutoSelectAll);
}

void swatch(const Theme& theme, Mark mark)
{
    const ImVec2 size{theme.px(26), theme.px(14)};
    const ImVec2 start{ImGui::GetCursorScreenPos().x,
                       ImGui::GetCursorScreenPos().y +
                           std::floor((ImGui::GetTextLineHeight() - size.y) / 2)};
    const ImVec2 end{start.x + size.x, start.y + size.y};
    ImDrawList* draw = ImGui::GetWindowDrawList();
    if (mark == Mark::Solid) {
        draw->AddRectFilled(start, end, packed(colour::kPain), theme.px(3));
    } else if (mark == Mark::Hatch) {
        draw->PushClipRect(start, end, true);
        for (float x = start.x; x < end.x + size.y; x += theme.px(5))
            draw->AddLine({x, start.y}, {x - size.y, end.y}, packed(colour::kCaution),
                          theme.px(1.4F));
        draw->PopClipRect();
        draw->AddRect(start, end, packed(colour::kCaution), theme.px(3));
    } else {
        draw->AddRectFilled(start, end, packed(colour::kPainPale), theme.px(3));
        for (int column = 0; column < 5; ++column)
            for (int row = 0; row < 2; ++row)
                draw->AddCircleFilled({start.x + theme.px(3.5F + 4.8F * static_cast<float>(column)),
                                       start.y + theme.px(4 + 6 * static_cast<float>(row))},
                                      theme.px(1.7F), packed(colour::kPain), 12);
    }
    ImGui::Dummy({size.x, ImGui::GetTextLineHeight()});
}

void beginNote(const Theme& theme, const char* id, const ImVec4& ground, const ImVec4& edge)
{
    ImGui::PushID(id);
    ImGui::PushStyleColor(ImGuiCol_FrameBg, ground);
    ImGui::PushStyleColor(ImGuiCol_Separator, edge);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->ChannelsSplit(2);
    draw->ChannelsSetCurrent(1);
    ImGui::BeginGroup();
    ImGui::Dummy({0, theme.px(2)});
    ImGui::Indent(theme.px(14));
}

void endNote(const Theme& theme)
{
    ImGui::Unindent(theme.px(14));
    ImGui::Dummy({0, theme.px(1)});
    ImGui::EndGroup();
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->ChannelsSetCurrent(0);
    const ImVec2 low = ImGui::GetItemRectMin();
    const ImVec2 high{low.x + ImGui::GetContentRegionAvail().x, ImGui::GetItemRectMax().y};
    draw->AddRectFilled(low, high, ImGui::GetColorU32(ImGuiCol_FrameBg), theme.px(6));
    draw->AddRectFilled(low, {low.x + theme.px(4), high.y}, ImGui::GetColorU32(ImGuiCol_Separator),
                        theme.px(6), ImDrawFlags_RoundCornersLeft);
    draw->ChannelsMerge();
    ImGui::PopStyleColor(2);
    ImGui::PopID();
}

void rule(const Theme& theme)
{
    ImGui::Dummy({0, theme.px(3)});
    ImGui::Separator();
    ImGui::Dummy({0, theme.px(3)});
}

} // namespace knotmap::app::widgets
