#include "app/panels/widgets.h"
#include "engine/care/words.h"
#include "engine/words/tr.h"

#include <algorithm>
#include <array>

namespace knotmap::app {
namespace {

void drawRedFlags(const PanelContext& context)
{
    const Theme& theme = context.theme;
    const auto& flags = context.state.document.library->care.redFlags;
    if (flags.empty())
        return;
    widgets::beginNote(theme, "flags", colour::kPainPale, colour::kPain);
    widgets::textIn(theme.strong,
                    tr("Do not treat yourself, ask a professional, if you have any of these"));
    for (const care::RedFlag& flag : flags) {
        widgets::hanging(theme, "\xE2\x80\x93", flag.sign);
        ImGui::Indent(theme.px(20));
        widgets::textIn(theme.strong, flag.action);
        ImGui::Unindent(theme.px(20));
    }
    widgets::endNote(theme);
}

struct Title
{
    std::string_view topic;
    const char* words;
};

constexpr std::array<Title, 13> kTitles{{
    {"what", mark("What a trigger point is")},
    {"signs", mark("Signs and symptoms")},
    {"causes", mark("Causes")},
    {"explanation", mark("How it is explained")},
    {"how-common", mark("How common they are said to be")},
    {"where-found", mark("Where they are said to be found most often")},
    {"finding", mark("How to find your own")},
    {"tool-table", mark("Tool and position by part of the body")},
    {"dose", mark("How long, how hard, how often")},
    {"stop", mark("When to stop, skip or ask")},
    {"lasting", mark("Lasting relief")},
    {"strategies", mark("What is reported to help")},
    {"honesty", mark("How certain all this is")},
}};

std::string titleOf(const std::string& topic)
{
    for (const Title& title : kTitles)
        if (title.topic == topic)
            return tr(title.words);
    return spoken(topic);
}

/// One topic: its facts, followed once by their sources.
void drawTopic(const PanelContext& context, const std::string& topic)
{
    const Theme& theme = context.theme;
    std::vector<std::string> sources;
    bool reported = false;
    widgets::heading(theme, titleOf(topic));
    for (const care::Fact& fact : context.state.document.library->care.facts) {
        if (fact.topic != topic)
            continue;
        widgets::hanging(theme, "\xE2\x80\x93", care::factInWords(fact));
        reported = reported || fact.reported;
        const referral::Source* source =
            context.state.document.library->referral.findSource(fact.source);
        if (source == nullptr)
            continue;
        const std::string citation = source->citation();
        if (std::find(sources.begin(), sources.end(), citation) == sources.end())
            sources.push_back(citation);
    }
    ImGui::Indent(theme.px(20));
    if (reported)
        widgets::textIn(theme.small, tr(care::kDaggerMeaning), colour::kInkSoft);
    for (const std::string& source : sources)
        widgets::textIn(theme.small, source, colour::kInkSoft);
    ImGui::Unindent(theme.px(20));
}

} // namespace

void drawFacts(const PanelContext& context)
{
    drawRedFlags(context);
    std::vector<std::string> topics;
    for (const care::Fact& fact : context.state.document.library->care.facts)
        if (std::find(topics.begin(), topics.end(), fact.topic) == topics.end())
            topics.push_back(fact.topic);
    for (const std::string& topic : topics)
        drawTopic(context, topic);
    if (topics.empty())
        widgets::textSoft(tr("No facts could be read from the data."));
    ImGui::Dummy({0, context.theme.px(12)});
}

} // namespace knotmap::app
