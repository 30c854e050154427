#include "app/model/legend.h"
#include "app/commands/scene_refresh.h"

#include "app/panels/widgets.h"
#include "engine/words/tr.h"

#include <algorithm>
#include <fmt/format.h>

namespace knotmap::app {
namespace {

constexpr const char* kMeaning = mark("solid: felt by nearly everyone; marks: felt by some people");
constexpr ImGuiWindowFlags kCalm =
    ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_AlwaysAutoResize |
    ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing |
    ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoNav;

void drawMeaning(const Theme& theme, widgets::Mark mark, const char* meaning)
{
    widgets::swatch(theme, mark);
    ImGui::SameLine();
    ImGui::TextUnformatted(meaning);
}

/// The hue and the name of one zone; a click on the name selects its trigger point, one on the
/// cross removes the zone.
void drawZone(const PanelContext& context, const LegendRow& row)
{
    const Theme& theme = context.theme;
    const std::string name = context.state.document.points[row.point].name();
    if (row.hue > 0) {
        ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {theme.px(5), 0});
        if (ImGui::SmallButton(fmt::format("\xC3\x97##{}", name).c_str()))
            context.commands.push("keep-zone", {name});
        ImGui::PopStyleVar();
        if (ImGui::IsItemHovered())
            ImGui::SetTooltip("%s", tr("Remove this zone"));
    } else {
        ImGui::Dummy({theme.px(17), ImGui::GetTextLineHeight()});
    }
    ImGui::SameLine();
    if (row.essential) {
        widgets::zoneSwatch(theme, row.hue, widgets::Mark::Solid);
        ImGui::SameLine(0, theme.px(4));
    }
    if (row.spillover) {
        widgets::zoneSwatch(theme, row.hue, widgets::Mark::Dots);
        ImGui::SameLine();
    }
    if (row.hue == 0)
        ImGui::TextUnformatted(row.text.c_str());
    else if (widgets::link(row.text, name))
        context.commands.push("select-point", {name, "stay"});
}

/// Width of the widest line in pixels: wrapped text would be laid out by the width of the previous
/// frame.
float widthOf(const Theme& theme, const std::vector<LegendRow>& zones)
{
    float widest = ImGui::CalcTextSize(tr(kMeaning)).x;
    for (const LegendRow& row : zones)
        widest = std::max(widest, theme.px(92) + ImGui::CalcTextSize(row.text.c_str()).x);
    return widest + theme.px(26);
}

} // namespace

void drawLegend(const PanelContext& context)
{
    const AppState& state = context.state;
    const std::vector<LegendRow> zones =
        legendRows(*state.document.library, state.document.points, sceneRequestOf(state));
    const bool caution = state.scene.caution != nullptr;
    const Theme& theme = context.theme;
    const Area& view = context.layout.view;
    if ((zones.empty() && !caution) || view.width < theme.px(220) || view.height < theme.px(140))
        return;
    // A single zone needs no name: the card beside the picture has it.
    const bool several = zones.size() > 1 || (!zones.empty() && zones.front().hue > 0);
    ImGui::PushStyleColor(ImGuiCol_WindowBg, ImVec4(0.99F, 0.982F, 0.962F, 0.86F));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, theme.px(6));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {theme.px(12), theme.px(9)});
    ImGui::SetNextWindowPos({view.x + theme.px(12), view.y + view.height - theme.px(12)},
                            ImGuiCond_Always, {0, 1});
    ImGui::PushFont(theme.small);
    if (several)
        ImGui::SetNextWindowSizeConstraints({widthOf(theme, zones), 0}, {view.width, view.height});
    ImGui::Begin("##legend", nullptr, several ? kCalm : kCalm | ImGuiWindowFlags_NoInputs);
    if (several)
        for (const LegendRow& row : zones)
            drawZone(context, row);
    if (!zones.empty() && several)
        ImGui::TextUnformatted(tr(kMeaning));
    if (!zones.empty() && !several) {
        drawMeaning(theme, widgets::Mark::Solid, tr("felt by nearly everyone"));
        drawMeaning(theme, widgets::Mark::Dots, tr("felt by some people"));
    }
    if (caution)
        drawMeaning(theme, widgets::Mark::Hatch, tr("take care here"));
    ImGui::End();
    ImGui::PopFont();
    ImGui::PopStyleVar(2);
    ImGui::PopStyleColor();
}

} // namespace knotmap::app
