#include "app/panels/widgets.h"
#include "engine/words/tr.h"

#include <algorithm>
#include <fmt/format.h>

namespace knotmap::app {
namespace {

std::string painRegionLabel(const PanelContext& context, const PainRegion& painRegion)
{
    std::string label = regionLabel(context.state.document.library->anatomy, painRegion.region);
    if (painRegion.side)
        label += fmt::format(", {}", tr(core::sideName(*painRegion.side)));
    return label;
}

/// The chosen regions, each with a cross to remove it.
void drawChosen(const PanelContext& context)
{
    const Theme& theme = context.theme;
    const float right = ImGui::GetCursorScreenPos().x + ImGui::GetContentRegionAvail().x;
    float x = ImGui::GetCursorScreenPos().x;
    for (std::size_t i = 0; i < context.state.document.pain.size(); ++i) {
        const PainRegion& painRegion = context.state.document.pain[i];
        const std::string label = painRegionLabel(context, painRegion) + "  \xC3\x97";
        const float width = ImGui::CalcTextSize(label.c_str()).x + theme.px(20);
        if (i > 0 && x + width < right)
            ImGui::SameLine();
        else
            x = ImGui::GetCursorScreenPos().x;
        x += width + ImGui::GetStyle().ItemSpacing.x;
        ImGui::PushID(static_cast<int>(i));
        ImGui::PushStyleColor(ImGuiCol_Button, colour::kChosen);
        if (ImGui::Button(label.c_str()))
            context.commands.push("hurt", {painRegion.name()});
        ImGui::PopStyleColor();
        ImGui::PopID();
    }
    if (context.state.document.pain.size() > 1 && widgets::link(tr("Remove all"), "clear-pain"))
        context.commands.push("hurt-clear");
}

bool isChosen(const AppState& state, const PainRegion& painRegion)
{
    return std::find(state.document.pain.begin(), state.document.pain.end(), painRegion) !=
           state.document.pain.end();
}

void drawSideBox(const PanelContext& context, const anatomy::Region& region, core::Side side,
                 const char* label)
{
    PainRegion painRegion{region.id, std::nullopt};
    if (side != core::Side::Midline)
        painRegion.side = side;
    bool on = isChosen(context.state, painRegion);
    if (ImGui::Checkbox(label, &on))
        context.commands.push("hurt", {painRegion.name()});
}

/// Every region that matches the search, under its part of the body.
void drawRegions(const PanelContext& context, float height)
{
    const Theme& theme = context.theme;
    const auto& regions = context.state.document.library->anatomy.regions;
    const auto found =
        searchRegions(context.state.panels.searchIndex, context.state.panels.painSearch);
    ImGui::PushStyleColor(ImGuiCol_ChildBg, colour::kPaperLight);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {theme.px(10), theme.px(6)});
    ImGui::BeginChild("##regions", {0, height}, true);
    ImGui::PopStyleVar();
    ImGui::PopStyleColor();
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {theme.px(3), theme.px(1)});
    if (found.empty())
        widgets::textSoft(tr("No part of the body here has that name. Try a nearby one."));
    std::string group;
    for (const std::size_t index : found) {
        const anatomy::Region& region = regions[index];
        if (region.group != group)
            widgets::heading(theme, spoken(region.group));
        group = region.group;
        ImGui::PushID(region.id.c_str());
        const float boxes = ImGui::GetWindowContentRegionMax().x - theme.px(94);
        ImGui::PushTextWrapPos(boxes - theme.px(6));
        ImGui::TextUnformatted(region.label.c_str());
        ImGui::PopTextWrapPos();
        ImGui::SameLine(boxes);
        if (region.midline) {
            drawSideBox(context, region, core::Side::Midline, "##middle");
        } else {
            drawSideBox(context, region, core::Side::Right, trc("right", "R"));
            ImGui::SameLine(boxes + theme.px(48));
            drawSideBox(context, region, core::Side::Left, trc("left", "L"));
        }
        ImGui::PopID();
    }
    ImGui::PopStyleVar();
    ImGui::EndChild();
}

/// "temple.right" as "Temple (right)".
std::string covered(const PanelContext& context, const std::vector<std::string>& names)
{
    std::string text;
    for (const std::string& name : names) {
        const core::SidedId id = core::parseSidedId(name);
        text += (text.empty() ? "" : ", ") +
                regionLabel(context.state.document.library->anatomy, id.id);
        if (id.side)
            text += fmt::format(" ({})", tr(core::sideName(*id.side)));
    }
    return text;
}

void drawReason(const PanelContext& context, widgets::Mark mark,
                const std::vector<std::string>& regions)
{
    if (regions.empty())
        return;
    const Theme& theme = context.theme;
    const float start = ImGui::GetCursorPosX();
    widgets::swatch(theme, mark);
    ImGui::SameLine(start + theme.px(34));
    widgets::textIn(nullptr, covered(context, regions), colour::kInkSoft);
}

void drawFinding(const PanelContext& context, const referral::Finding& finding, std::size_t rank)
{
    const Theme& theme = context.theme;
    const anatomy::Structure* muscle =
        context.state.document.library->anatomy.findStructure(finding.point->muscle);
    const std::string name = core::instanceName(finding.point->id, finding.side);
    const std::string title =
        fmt::format("{}. {}, {}", rank, muscle == nullptr ? finding.point->muscle : muscle->english,
                    tr(core::sideName(finding.side)));
    ImGui::PushFont(theme.strong);
    if (widgets::link(title, name))
        context.commands.push("select-point", {name});
    ImGui::PopFont();
    ImGui::Indent(theme.px(18));
    widgets::text(finding.point->label);
    ImGui::PushFont(theme.small);
    drawReason(context, widgets::Mark::Solid, finding.essential);
    drawReason(context, widgets::Mark::Dots, finding.spillover);
    widgets::textSoft(trf("{}, match {:.0f} of 100",
                          spoken(referral::commonnessLabel(finding.point->commonness)),
                          finding.score * 100));
    ImGui::PopFont();
    ImGui::Unindent(theme.px(18));
    ImGui::Dummy({0, theme.px(3)});
}

void drawFindings(const PanelContext& context)
{
    const AppState& state = context.state;
    if (state.document.pain.empty()) {
        widgets::textSoft(tr(
            "Choose one or more places above, or click on the body where it hurts. The knots that "
            "can send pain there are then listed here, best explanation first."));
        return;
    }
    if (state.document.findings.empty()) {
        widgets::textSoft(
            tr("No knot in the data sends pain there. The pain may come from something "
               "else: ask a professional if it does not go away."));
        return;
    }
    widgets::heading(context.theme, tr("Knots that can explain this"));
    for (std::size_t i = 0; i < state.document.findings.size(); ++i)
        drawFinding(context, state.document.findings[i], i + 1);
}

} // namespace

void drawPainFinder(const PanelContext& context)
{
    std::string words = context.state.panels.painSearch;
    if (context.state.requests.focusSearch)
        ImGui::SetKeyboardFocusHere();
    const float width = ImGui::GetContentRegionAvail().x;
    if (widgets::searchField("##pain-search", tr("Body part, such as temple"), words, width))
        context.commands.push("hurt-search", {words});
    drawRegions(context, ImGui::GetContentRegionAvail().y * 0.40F);
    drawChosen(context);
    ImGui::BeginChild("##findings");
    drawFindings(context);
    ImGui::Dummy({0, context.theme.px(12)});
    ImGui::EndChild();
}

} // namespace knotmap::app
