#include "app/model/vessel_rules.h"
#include "app/panels/widgets.h"
#include "engine/care/words.h"
#include "engine/words/tr.h"

#include <array>
#include <fmt/format.h>

namespace knotmap::app {
namespace {

constexpr std::string_view kDash = "\xE2\x80\x93";

std::string range(const std::array<int, 2>& limits)
{
    if (limits[0] == limits[1])
        return std::to_string(limits[0]);
    return fmt::format("{}{}{}", limits[0], kDash, limits[1]);
}

std::string measureOf(const care::Tool& tool)
{
    const bool hand = tool.shape == "thumb" || tool.shape == "fingertips" ||
                      tool.shape == "pincer" || tool.shape == "knuckles" || tool.shape == "elbow";
    if (hand)
        return trf("{}, contact {:.0f} mm across", tr(tool.firmness), tool.contactMm);
    if (tool.shape == "roller")
        return trf("{}, {:.0f} mm across and {:.0f} mm long", tr(tool.firmness), tool.diameterMm,
                   tool.lengthMm);
    return trf("{}, {:.0f} mm across", tr(tool.firmness), tool.diameterMm);
}

void drawTool(const PanelContext& context, const PlacedPoint& placed)
{
    const care::Advice& advice = *placed.advice;
    const Theme& theme = context.theme;
    const care::Guide& guide = context.state.document.library->care;
    if (!isPressed(placed)) {
        widgets::textIn(theme.strong, tr("Do not press here"));
        widgets::text(advice.why);
        return;
    }
    const care::Tool* tool = guide.firstTool(advice);
    if (tool == nullptr)
        return;
    widgets::textIn(theme.strong, trf("Work on it with: {}", tool->label));
    widgets::textIn(theme.small, trf("Shown at its true size: {}", measureOf(*tool)),
                    colour::kInkSoft);
    widgets::text(advice.why.empty() ? tool->why : advice.why);
    std::string others;
    for (std::size_t i = 1; i < advice.tools.size(); ++i)
        if (const care::Tool* other = guide.findTool(advice.tools[i]))
            others += (others.empty() ? "" : ", ") + other->label;
    if (!others.empty())
        widgets::textIn(theme.small, trf("Or: {}", others), colour::kInkSoft);
}

/// The best position is described in full, the others by name.
void drawPosition(const PanelContext& context, const care::Advice& advice)
{
    const Theme& theme = context.theme;
    const care::Guide& guide = context.state.document.library->care;
    bool first = true;
    std::string others;
    for (const std::string& id : advice.positions) {
        const care::Position* position = guide.findPosition(id);
        if (position == nullptr)
            continue;
        if (!first) {
            others += (others.empty() ? "" : ", ") + position->label;
            continue;
        }
        first = false;
        widgets::heading(theme, trf("Position: {}", position->label));
        const std::vector<std::string> steps = position->stepsWith(guide.firstTool(advice));
        for (std::size_t i = 0; i < steps.size(); ++i)
            widgets::hanging(theme, std::to_string(i + 1), steps[i]);
        if (!position->pressure.empty())
            widgets::textIn(theme.small, position->pressure, colour::kInkSoft);
    }
    if (!others.empty())
        widgets::textIn(theme.small, trf("Or: {}", others), colour::kInkSoft);
}

void doseRow(const PanelContext& context, const char* what, const std::string& howMuch)
{
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    widgets::textSoft(what);
    ImGui::TableNextColumn();
    widgets::textIn(context.theme.body, howMuch);
}

void drawDose(const PanelContext& context, const care::Dose& dose)
{
    const Theme& theme = context.theme;
    widgets::heading(theme, tr("How long and how often"));
    if (ImGui::BeginTable("##dose", 2, ImGuiTableFlags_None)) {
        ImGui::TableSetupColumn("what", ImGuiTableColumnFlags_WidthFixed, theme.px(104));
        ImGui::TableSetupColumn("much", ImGuiTableColumnFlags_WidthStretch);
        doseRow(context, dose.stroke ? tr("Stroke") : tr("Press"),
                trf("{} seconds", range(dose.holdS)));
        doseRow(context, tr("How hard"), trf("{} of 10: sore, not sharp", range(dose.discomfort)));
        doseRow(context, tr("Rest"), trf("{} seconds", dose.restS));
        doseRow(context, tr("Repeat"), care::roundsInWords(dose));
        doseRow(context, tr("Per week"), trf("{} sessions", range(dose.sessionsPerWeek)));
        ImGui::EndTable();
    }
    if (!dose.say.empty())
        widgets::text(dose.say);
}

void drawStretch(const PanelContext& context, const care::Advice& advice)
{
    if (advice.stretch.empty())
        return;
    widgets::heading(context.theme, advice.press ? tr("Then stretch") : tr("Stretch"));
    widgets::text(advice.stretch);
}

/// Why perpendicular pressure is wrong here, and what to do instead.
void drawHazard(const Theme& theme, const care::Hazard& hazard)
{
    ImGui::Dummy({0, theme.px(3)});
    widgets::beginNote(theme, hazard.id.c_str(), colour::kCautionPale, colour::kCaution);
    widgets::textIn(theme.strong, trf("Take care here: {}", hazard.label));
    widgets::text(hazard.reason);
    widgets::text(hazard.instead);
    widgets::endNote(theme);
}

void drawHazards(const PanelContext& context, const PlacedPoint& placed)
{
    const Library& library = *context.state.document.library;
    for (const care::CautionArea* area : cautionAreasAt(library, placed))
        drawHazard(context.theme, *area);
    for (const NearCourse& near : coursesNear(library, placed))
        drawHazard(context.theme, *near.course);
}

void drawNote(const PanelContext& context, const char* id, const char* title,
              const std::vector<std::string>& entries, bool isWarning)
{
    if (entries.empty())
        return;
    const Theme& theme = context.theme;
    ImGui::Dummy({0, theme.px(3)});
    widgets::beginNote(theme, id, isWarning ? colour::kPainPale : colour::kPaperDark,
                       isWarning ? colour::kPain : colour::kInkSoft);
    widgets::textIn(theme.strong, title);
    widgets::bullets(theme, entries);
    widgets::endNote(theme);
}

} // namespace

void drawPracticeCard(const PanelContext& context, const PlacedPoint& placed)
{
    if (placed.advice == nullptr) {
        widgets::textIn(context.theme.strong, tr("How to work on it"));
        widgets::textSoft(tr(
            "There is no advice for this knot yet: it is shown for learning, not for treatment."));
        return;
    }
    const care::Advice& advice = *placed.advice;
    drawTool(context, placed);
    drawHazards(context, placed);
    drawNote(context, "cautions", tr("Take care"), advice.cautions, false);
    drawPosition(context, advice);
    if (const care::Dose* dose = context.state.document.library->care.findDose(advice.dose))
        drawDose(context, *dose);
    drawStretch(context, advice);
    drawNote(context, "stop", tr("Stop at once if you notice"), advice.stop, true);
    drawNote(context, "not-for", tr("Do not treat this knot if any of these applies"),
             advice.notFor, true);
}

} // namespace knotmap::app
