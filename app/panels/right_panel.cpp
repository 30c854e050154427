#include "app/panels/widgets.h"
#include "engine/words/tr.h"

namespace knotmap::app {
namespace {

/// What everyone should have read once before pressing anything.
void drawBeforeYouStart(const PanelContext& context)
{
    const Theme& theme = context.theme;
    widgets::beginNote(theme, "before", colour::kPainPale, colour::kPain);
    widgets::textIn(theme.strong, tr("Before you start"));
    widgets::text(tr("Press slowly: it may feel sore, never sharp. Stop if you feel numbness, "
                     "tingling or shooting pain. Leave bruised and injured areas alone. Knotmap "
                     "teaches; it diagnoses nothing."));
    widgets::textIn(theme.strong, tr("Do not treat yourself but see a professional if you have"));
    ImGui::PushFont(theme.small);
    for (const care::RedFlag& flag : context.state.document.library->care.redFlags)
        widgets::hanging(theme, "\xE2\x80\x93", flag.sign);
    ImGui::PopFont();
    if (widgets::link(tr("How soon, and what else to know first"), "professional"))
        context.commands.push("open", {"before-you-start"});
    if (widgets::link(tr("I have read this"), "read"))
        context.commands.push("dismiss", {"note"});
    widgets::endNote(theme);
    ImGui::Dummy({0, theme.px(8)});
}

void drawNothingSelected(const PanelContext& context)
{
    const Theme& theme = context.theme;
    widgets::textIn(theme.title, tr("Select a knot"));
    ImGui::Dummy({0, theme.px(2)});
    widgets::text(tr("Each dark red bead is a trigger point: a small, tight, tender knot inside a "
                     "muscle. Pressing one hurts there, and often somewhere else."));
    widgets::heading(theme, tr("Three ways to begin"));
    widgets::hanging(theme, "1",
                     tr("Click a bead on the body, or pick a knot from the list on the "
                        "left."));
    widgets::hanging(theme, "2", tr("Click a muscle to see its name and its knots."));
    widgets::hanging(theme, "3",
                     tr("Only know where it hurts? Open \"Where does it hurt?\" on the left and "
                        "click the spot."));
    widgets::heading(theme, tr("Moving around"));
    widgets::hanging(
        theme, "\xE2\x80\x93",
        tr("Drag to turn, use the wheel to zoom, the right button to move sideways, and "
           "double-click to look at one part."));
    ImGui::Dummy({0, theme.px(4)});
    if (widgets::link(tr("All keys and mouse gestures"), "keys"))
        context.commands.push("open", {"shortcuts"});
    if (widgets::link(tr("Before you start: when to leave a spot alone"), "before"))
        context.commands.push("open", {"before-you-start"});
}

} // namespace

void drawRightPanel(const PanelContext& context)
{
    const AppState& state = context.state;
    widgets::beginPanel("##right", context.layout.right, ImGuiWindowFlags_NoScrollbar);
    ImGui::BeginChild("##card");
    // A new selection begins at the top of its card.
    const ImGuiID shown = ImGui::GetID("shown");
    const int now = static_cast<int>(state.document.selection.what) * 100000 +
                    static_cast<int>(state.document.selection.index);
    if (ImGui::GetStateStorage()->GetInt(shown, -1) != now) {
        ImGui::GetStateStorage()->SetInt(shown, now);
        ImGui::SetScrollY(0);
    }
    if (!state.panels.noteDismissed)
        drawBeforeYouStart(context);
    if (const PlacedPoint* placed = state.selectedPoint())
        drawPointCard(context, *placed);
    else if (const auto instance = state.selectedInstance())
        drawStructureCard(context, *instance);
    else
        drawNothingSelected(context);
    ImGui::Dummy({0, context.theme.px(16)});
    ImGui::EndChild();
    widgets::endPanel();
}

} // namespace knotmap::app
