#include "app/panels/widgets.h"
#include "engine/words/tr.h"

#include <fmt/format.h>

namespace knotmap::app {
namespace {

void entry(const PanelContext& context, const char* what, const std::string& words)
{
    if (words.empty())
        return;
    widgets::heading(context.theme, what);
    widgets::text(words);
}

std::string kindOf(const anatomy::Structure& structure, core::Side side)
{
    std::string words = spoken(anatomy::kindName(structure.kind));
    if (structure.kind == anatomy::Kind::Muscle && structure.layer != anatomy::Layer::Bone)
        words = trf("{} muscle", spoken(anatomy::layerName(structure.layer)));
    if (side != core::Side::Midline)
        words += std::string(side == core::Side::Left ? tr(", left side") : tr(", right side"));
    return words;
}

void drawKnots(const PanelContext& context, const anatomy::Structure& muscle, core::Side side)
{
    const auto points = context.state.document.library->referral.pointsOf(muscle.id);
    widgets::heading(context.theme, points.size() == 1 ? tr("Its knot") : tr("Its knots"));
    if (points.empty())
        widgets::textSoft(tr("No trigger point has been charted in this muscle yet."));
    for (const referral::Point* point : points) {
        const std::string number = point->id.substr(point->id.rfind('-') + 1);
        const float start = ImGui::GetCursorPosX();
        widgets::textSoft(number);
        ImGui::SameLine(start + context.theme.px(20));
        if (widgets::link(point->label, point->id))
            context.commands.push("select-point", {core::instanceName(point->id, side)});
        if (ImGui::IsItemHovered())
            ImGui::SetTooltip(
                "%s", point->local ? tr(referral::kLocalOnly)
                                   : regionLabels(context.state.document.library->anatomy,
                                                  point->regionsOf(referral::Strength::Essential))
                                         .c_str());
    }
}

/// The other named parts of the same muscle, as links.
void drawSiblings(const PanelContext& context, const anatomy::Structure& muscle, core::Side side)
{
    if (muscle.partOf.empty())
        return;
    widgets::heading(context.theme, trf("Part of the {}", spoken(muscle.partOf)));
    for (const anatomy::Structure& other : context.state.document.library->anatomy.structures)
        if (other.partOf == muscle.partOf && other.id != muscle.id &&
            widgets::link(tr(other.english), other.id))
            context.commands.push("select-structure", {core::instanceName(other.id, side)});
}

/// Buttons that hide the structure, its group, or everything else.
void drawVisibility(const PanelContext& context, const anatomy::Structure& structure,
                    core::Side side)
{
    const std::string name = core::instanceName(structure.id, side);
    if (ImGui::Button(tr("Hide")))
        context.commands.push("hide", {name});
    if (widgets::buttonBeside(tr("Ghost")))
        context.commands.push("ghost", {name});
    if (widgets::buttonBeside(tr("Alone")))
        context.commands.push("isolate", {name});
    widgets::textIn(context.theme.small, trf("Whole group: {}", spoken(structure.group)),
                    colour::kInkSoft);
    const std::string group = "group:" + structure.group;
    ImGui::PushID("group");
    if (ImGui::Button(tr("Hide")))
        context.commands.push("hide", {group});
    if (widgets::buttonBeside(tr("Ghost")))
        context.commands.push("ghost", {group});
    if (widgets::buttonBeside(tr("Alone")))
        context.commands.push("isolate", {group});
    ImGui::PopID();
    if (!context.state.view.visibility.empty() && ImGui::Button(tr("Show everything")))
        context.commands.push("show-all");
}

} // namespace

void drawStructureCard(const PanelContext& context, std::uint32_t instanceIndex)
{
    const Theme& theme = context.theme;
    const body::Atlas& atlas = context.state.atlas();
    const body::Instance& instance = atlas.instances[instanceIndex];
    const anatomy::Structure& structure = atlas.structures[instance.shape];
    widgets::textIn(theme.title, tr(structure.english));
    widgets::textIn(theme.small, structure.latin, colour::kInkSoft);
    widgets::text(kindOf(structure, instance.side));
    if (structure.kind == anatomy::Kind::Muscle) {
        drawKnots(context, structure, instance.side);
        widgets::rule(theme);
        entry(context, tr("From"), tr(structure.origin));
        entry(context, tr("To"), tr(structure.insertion));
        entry(context, tr("What it does"), tr(structure.action));
        entry(context, tr("Nerve"), tr(structure.nerve));
        drawSiblings(context, structure, instance.side);
    }
    widgets::rule(theme);
    widgets::textIn(theme.small,
                    structure.measured ? tr("Its shape was measured on a reference body.")
                                       : tr("Its shape was drawn from anatomical knowledge."),
                    colour::kInkSoft);
    if (ImGui::Button(tr("Look at it")))
        context.commands.push("focus");
    drawVisibility(context, structure, instance.side);
}

} // namespace knotmap::app
