#include "app/panels/widgets.h"
#include "engine/words/tr.h"

#include <algorithm>
#include <fmt/format.h>

namespace knotmap::app {
namespace {

constexpr float kPad = 10, kButton = 26, kNumber = 34;
/// Maximum fraction of the view's height for the strip.
constexpr float kMaxShare = 0.25F;

/// The text of the strip: the position's name until its steps are shown.
std::string captionOf(const AppState& state, const care::Position& position)
{
    if (state.view.step)
        return shownSteps(state)[*state.view.step];
    return trf("{}. Go through the {} steps with the arrows.", position.label,
               position.steps.size());
}

float textWidth(const Theme& theme, float width)
{
    return std::max(1.0F, width - theme.px(3 * kPad + kNumber + 2 * kButton + 6));
}

/// An arrow to another step; faint if there is none.
void arrow(const PanelContext& context, const char* id, ImGuiDir direction, const char* command,
           bool enabled)
{
    ImGui::BeginDisabled(!enabled);
    const float air = (context.theme.px(kButton) - ImGui::GetFontSize()) / 2;
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {air, air});
    if (ImGui::ArrowButton(id, direction))
        context.commands.push(command);
    ImGui::PopStyleVar();
    ImGui::EndDisabled();
}

} // namespace

float stepStripHeight(const AppState& state, const Theme& theme, float width, float height)
{
    const care::Position* position = shownPosition(state);
    if (position == nullptr || position->steps.empty() || width < theme.px(220))
        return 0;
    // As tall as the longest step needs, so that its height never changes.
    ImGui::PushFont(theme.small);
    float tallest = 0;
    const float wrap = textWidth(theme, width);
    for (const std::string& step : shownSteps(state))
        tallest = std::max(tallest, ImGui::CalcTextSize(step.c_str(), nullptr, false, wrap).y);
    ImGui::PopFont();
    const float needed = std::max(tallest, theme.px(kButton)) + theme.px(2 * kPad);
    return needed <= kMaxShare * height ? std::ceil(needed) : 0;
}

void drawStepStrip(const PanelContext& context)
{
    const Area& area = context.layout.steps;
    const care::Position* position = shownPosition(context.state);
    if (area.height < 1 || position == nullptr)
        return;
    const Theme& theme = context.theme;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {theme.px(kPad), theme.px(kPad)});
    widgets::beginPanel("##steps", area, ImGuiWindowFlags_NoScrollbar);
    ImGui::PopStyleVar();
    const AppState& state = context.state;
    const std::size_t count = position->steps.size();
    if (state.view.step) {
        ImGui::PushFont(theme.strong);
        ImGui::TextUnformatted(fmt::format("{}/{}", *state.view.step + 1, count).c_str());
        ImGui::PopFont();
    }
    const float wrap = textWidth(theme, area.width);
    ImGui::SetCursorPos({theme.px(kPad + (state.view.step ? kNumber : 0)), theme.px(kPad)});
    ImGui::PushFont(theme.small);
    const float left = ImGui::GetCursorPosX();
    ImGui::PushTextWrapPos(left + wrap);
    ImGui::TextUnformatted(captionOf(state, *position).c_str());
    ImGui::PopTextWrapPos();
    ImGui::PopFont();
    const float button = theme.px(kButton), gap = theme.px(6);
    ImGui::SetCursorPos({area.width - theme.px(kPad) - 2 * button - gap, theme.px(kPad)});
    arrow(context, "##step-back", ImGuiDir_Left, "previous-step", state.view.step.value_or(0) > 0);
    ImGui::SameLine(0, gap);
    arrow(context, "##step-on", ImGuiDir_Right, "next-step",
          !state.view.step || *state.view.step + 1 < count);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddLine({area.x, area.y}, {area.x + area.width, area.y},
                  ImGui::GetColorU32(ImGuiCol_Border));
    widgets::endPanel();
}

} // namespace knotmap::app
