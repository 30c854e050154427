#include "app/panels/widgets.h"

#include <fmt/format.h>

namespace knotmap::app {
namespace {

void drawRedFlags(const PanelContext& context)
{
    const Theme& theme = context.theme;
    const auto& flags = context.state.library->care.redFlags;
    if (flags.empty())
        return;
    widgets::beginNote(theme, "flags", colour::kPainPale, colour::kPain);
    widgets::textIn(theme.strong, "Leave it, and ask a professional");
    for (const care::RedFlag& flag : flags)
        widgets::hanging(theme, "\xE2\x80\x93", flag.sign + ": " + flag.action);
    widgets::endNote(theme);
}

/// What a fact says, its figure, and whether it is only reported.
void drawFact(const PanelContext& context, const care::Fact& fact)
{
    const Theme& theme = context.theme;
    std::string words = fact.text;
    if (!fact.figure.empty() && words.find(fact.figure) == std::string::npos)
        words += fmt::format(" ({})", fact.figure);
    widgets::hanging(theme, "\xE2\x80\x93", words);
    std::string below;
    if (fact.reported)
        below = "Reported, not established. ";
    if (const referral::Source* source = context.state.library->referral.findSource(fact.source))
        below += source->citation();
    if (below.empty())
        return;
    ImGui::Indent(theme.px(20));
    widgets::textIn(theme.small, below, colour::kInkSoft);
    ImGui::Unindent(theme.px(20));
}

} // namespace

void drawFacts(const PanelContext& context)
{
    drawRedFlags(context);
    std::string topic;
    for (const care::Fact& fact : context.state.library->care.facts) {
        if (fact.topic != topic)
            widgets::heading(context.theme, spoken(fact.topic));
        topic = fact.topic;
        drawFact(context, fact);
    }
    if (context.state.library->care.facts.empty())
        widgets::textSoft("No facts could be read from the data.");
    ImGui::Dummy({0, context.theme.px(12)});
}

} // namespace knotmap::app
