#include "app/panels/widgets.h"

#include "app/model/solve_position.h"
#include "engine/words/tr.h"

#include <algorithm>
#include <fmt/format.h>

namespace knotmap::app {
namespace {

void drawTitle(const PanelContext& context, const PlacedPoint& placed)
{
    const Theme& theme = context.theme;
    const anatomy::Structure* muscle =
        context.state.document.library->anatomy.findStructure(placed.point->muscle);
    widgets::textIn(theme.title, muscle == nullptr ? placed.point->muscle : muscle->english);
    if (muscle != nullptr)
        widgets::textIn(theme.small, muscle->latin, colour::kInkSoft);
    const std::string& id = placed.point->id;
    widgets::text(trf("Knot {}, {}: {}", id.substr(id.rfind('-') + 1),
                      tr(core::sideName(placed.side)), placed.point->label));
}

/// A slider from standing into the position, to show how to get there.
void drawPath(const PanelContext& context)
{
    const Theme& theme = context.theme;
    float share = context.state.view.positionShare;
    ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {theme.px(8), 0});
    if (ImGui::SliderFloat("##way", &share, 0, 1, "",
                           ImGuiSliderFlags_AlwaysClamp | ImGuiSliderFlags_NoInput))
        context.commands.push("position-step", {fmt::format("{:.3f}", share)});
    ImGui::PopStyleVar();
    const char* const end = tr("in position");
    ImGui::PushFont(theme.small);
    ImGui::PushStyleColor(ImGuiCol_Text, colour::kInkSoft);
    ImGui::TextUnformatted(tr("standing"));
    ImGui::SameLine(ImGui::GetWindowContentRegionMax().x - ImGui::CalcTextSize(end).x);
    ImGui::TextUnformatted(end);
    ImGui::PopStyleColor();
    ImGui::PopFont();
}

void drawActions(const PanelContext& context, const PlacedPoint& placed)
{
    const Theme& theme = context.theme;
    const AppState& state = context.state;
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {theme.px(10), theme.px(5)});
    if (ImGui::Button(tr("Best view")))
        context.commands.push("best-view");
    if (widgets::buttonBeside(tr("Other side")))
        context.commands.push("side", {"toggle"});
    if (hasPosition(*state.document.library, placed) &&
        widgets::buttonBeside(state.view.showPosition ? tr("Stand up") : tr("Position")))
        context.commands.push("position", {"toggle"});
    ImGui::PopStyleVar();
    if (state.view.showPosition)
        drawPath(context);
}

void drawZoneLine(const PanelContext& context, widgets::Mark mark, const char* how,
                  const std::vector<std::string>& regions)
{
    if (regions.empty())
        return;
    const Theme& theme = context.theme;
    widgets::swatch(theme, mark);
    ImGui::SameLine(theme.px(36));
    ImGui::BeginGroup();
    widgets::text(regionLabels(context.state.document.library->anatomy, regions));
    widgets::textIn(theme.small, how, colour::kInkSoft);
    ImGui::EndGroup();
}

/// Actions on the zone: show how the pain gets there, compare it with others.
void drawZoneLinks(const PanelContext& context)
{
    const AppState& state = context.state;
    const bool kept = std::find(state.document.keptZones.begin(), state.document.keptZones.end(),
                                state.document.selection.index) != state.document.keptZones.end();
    const bool full = std::find(state.document.keptZones.begin(), state.document.keptZones.end(),
                                std::nullopt) == state.document.keptZones.end();
    ImGui::Dummy({0, context.theme.px(1)});
    if (state.animations.enabled && widgets::link(tr("Show the path of the pain"), "way"))
        context.commands.push("pulse");
    if (kept && widgets::link(tr("Remove this zone"), "keep"))
        context.commands.push("keep-zone");
    if (!kept && !full && widgets::link(tr("Keep this zone beside others"), "keep"))
        context.commands.push("keep-zone");
}

void drawReferral(const PanelContext& context, const referral::Point& point)
{
    const Theme& theme = context.theme;
    widgets::heading(theme, tr("Where it sends pain"));
    if (point.local)
        widgets::text(referral::kLocalOnly);
    drawZoneLine(context, widgets::Mark::Solid, tr("felt by nearly everyone with this knot"),
                 point.regionsOf(referral::Strength::Essential));
    drawZoneLine(context, widgets::Mark::Dots,
                 tr("felt by some people, or when the knot is very active"),
                 point.regionsOf(referral::Strength::Spillover));
    if (!point.deepPain.empty())
        widgets::text(trf("Felt deep inside: {}", point.deepPain));
    if (!point.local)
        drawZoneLinks(context);
    if (!point.symptoms.empty()) {
        widgets::heading(theme, tr("It can also cause"));
        widgets::bullets(theme, point.symptoms);
    }
    if (!point.broughtOnBy.empty()) {
        widgets::heading(theme, tr("Often brought on by"));
        widgets::bullets(theme, point.broughtOnBy);
    }
    if (!point.find.empty()) {
        widgets::heading(theme, tr("How to find it"));
        widgets::text(point.find);
    }
}

void drawSatellites(const PanelContext& context, const PlacedPoint& placed)
{
    if (placed.point->satellites.empty())
        return;
    widgets::heading(context.theme, tr("Knots it tends to set off"));
    for (const std::string& id : placed.point->satellites) {
        const referral::Point* other = context.state.document.library->referral.findPoint(id);
        if (other == nullptr) {
            widgets::text(spoken(id));
            continue;
        }
        const anatomy::Structure* muscle =
            context.state.document.library->anatomy.findStructure(other->muscle);
        const std::string label = (muscle == nullptr ? other->muscle : muscle->english) + " " +
                                  id.substr(id.rfind('-') + 1) + ": " + other->label;
        if (widgets::link(label, id))
            context.commands.push("select-point", {core::instanceName(id, placed.side)});
    }
}

void drawEvidence(const PanelContext& context, const referral::Point& point)
{
    const Theme& theme = context.theme;
    const referral::Knowledge& knowledge = context.state.document.library->referral;
    widgets::rule(theme);
    widgets::textIn(theme.strong, tr("How certain is this?"));
    if (const referral::EvidenceGrade* grade = knowledge.findGrade(point.evidence))
        widgets::text(trf("Grade {}: {}.", grade->id, grade->label));
    widgets::text(trf("Reported to be {}.", referral::commonnessLabel(point.commonness)));
    ImGui::PushFont(theme.small);
    widgets::textSoft(tr("Trigger points are widely taught, and disputed: examiners agree only "
                         "moderately on where a knot is. Knotmap teaches; it diagnoses nothing."));
    ImGui::Dummy({0, theme.px(2)});
    for (const std::string& id : point.sources)
        if (const referral::Source* source = knowledge.findSource(id))
            widgets::textSoft(source->citation());
    ImGui::PopFont();
}

} // namespace

void drawPointCard(const PanelContext& context, const PlacedPoint& placed)
{
    drawTitle(context, placed);
    ImGui::Dummy({0, context.theme.px(1)});
    drawActions(context, placed);
    // Who looks at the position wants its steps beside it, not below the fold.
    if (context.state.view.showPosition) {
        drawPracticeCard(context, placed);
        widgets::rule(context.theme);
        drawReferral(context, *placed.point);
    } else {
        drawReferral(context, *placed.point);
        widgets::rule(context.theme);
        drawPracticeCard(context, placed);
    }
    drawSatellites(context, placed);
    drawEvidence(context, *placed.point);
}

} // namespace knotmap::app
