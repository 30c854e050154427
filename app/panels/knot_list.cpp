#include "app/panels/widgets.h"
#include "engine/words/tr.h"

#include <algorithm>
#include <cfloat>
#include <fmt/format.h>

namespace knotmap::app {
namespace {

void drawSearch(const PanelContext& context)
{
    const float width = ImGui::GetContentRegionAvail().x;
    if (context.state.requests.focusSearch)
        ImGui::SetKeyboardFocusHere();
    std::string words = context.state.panels.search;
    if (widgets::searchField("##search", tr("Muscle or area, such as temple"), words, width))
        context.commands.push("search", {words});
}

void drawSwitches(const PanelContext& context)
{
    const Theme& theme = context.theme;
    const float width = ImGui::GetContentRegionAvail().x;
    const float side = theme.px(112);
    const int group = widgets::choice(theme, "group", {tr("By muscle"), tr("By pain")},
                                      context.state.panels.grouping == Grouping::Muscle ? 0 : 1,
                                      width - side - theme.px(12));
    if (group >= 0)
        context.commands.push("group-by", {group == 0 ? "muscle" : "pain"});
    ImGui::SameLine(0, theme.px(12));
    const int chosen = widgets::choice(theme, "side", {tr("Right"), tr("Left")},
                                       context.state.document.side == core::Side::Left ? 1 : 0, side);
    if (chosen >= 0)
        context.commands.push("side", {chosen == 1 ? "left" : "right"});
}

/// The number in "upper-trapezius-2".
std::string numberOf(const std::string& id)
{
    const std::size_t dash = id.rfind('-');
    return dash == std::string::npos ? std::string() : id.substr(dash + 1);
}

/// The text of a row under its heading; its number is in front of it.
std::string rowLabel(const PanelContext& context, const referral::Point& point)
{
    if (context.state.panels.grouping == Grouping::Muscle)
        return point.label;
    const anatomy::Structure* muscle =
        context.state.document.library->anatomy.findStructure(point.muscle);
    return (muscle == nullptr ? point.muscle : muscle->english) + ": " + point.label;
}

/// A row as tall as its wrapped words, which are indented beside the number.
bool drawRow(const PanelContext& context, const std::string& number, const std::string& label,
             bool chosen, bool atCursor)
{
    const Theme& theme = context.theme;
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float inset = theme.px(10), hang = theme.px(28);
    const float wrap = std::max(theme.px(40), width - hang - inset);
    ImFont* font = chosen ? theme.strong : theme.body;
    const float size = font->FontSize;
    const ImVec2 words = font->CalcTextSizeA(size, FLT_MAX, wrap, label.c_str());
    const ImVec2 end{start.x + width, start.y + words.y + theme.px(8)};
    const bool clicked = ImGui::InvisibleButton("row", {std::max(1.0F, width), end.y - start.y});
    ImDrawList* draw = ImGui::GetWindowDrawList();
    if (chosen || ImGui::IsItemHovered())
        draw->AddRectFilled(start, end,
                            ImGui::GetColorU32(chosen ? colour::kChosen : colour::kPaperDark),
                            theme.px(6));
    if (atCursor)
        draw->AddRect(start, end, ImGui::GetColorU32(colour::kInkSoft), theme.px(6), 0,
                      theme.px(1.5F));
    const float top = start.y + theme.px(4);
    draw->AddText(font, size, {start.x + inset, top}, ImGui::GetColorU32(colour::kInkSoft),
                  number.c_str());
    draw->AddText(font, size, {start.x + hang, top}, ImGui::GetColorU32(colour::kInk),
                  label.c_str(), nullptr, wrap);
    return clicked;
}

/// Scrolls to a row when it has just become current.
void scrollTo(const char* memory, const std::string& what)
{
    const ImGuiID id = ImGui::GetID(memory), now = ImGui::GetID(what.c_str());
    ImGuiStorage* storage = ImGui::GetStateStorage();
    if (storage->GetInt(id) == static_cast<int>(now))
        return;
    storage->SetInt(id, static_cast<int>(now));
    if (!ImGui::IsItemVisible())
        ImGui::SetScrollHereY(0.4F);
}

void drawGroups(const PanelContext& context)
{
    const AppState& state = context.state;
    const PlacedPoint* selected = state.selectedPoint();
    int row = 0;
    for (const ListGroup& group : state.panels.list) {
        widgets::heading(context.theme, group.title);
        for (const std::size_t index : group.points) {
            const referral::Point& point = state.document.library->referral.points[index];
            const bool chosen = selected != nullptr && selected->point == &point;
            const bool atCursor = row == state.panels.listCursor;
            ImGui::PushID(row);
            if (drawRow(context, numberOf(point.id), rowLabel(context, point), chosen, atCursor))
                context.commands.push("select-point",
                                      {core::instanceName(point.id, state.document.side)});
            ImGui::PopID();
            if (chosen)
                scrollTo("scrolled to the selection", point.id);
            if (atCursor)
                scrollTo("scrolled to the cursor", std::to_string(row));
            ++row;
        }
    }
}

void drawEmpty(const PanelContext& context)
{
    ImGui::Dummy({0, context.theme.px(10)});
    if (context.state.document.library->referral.points.empty()) {
        widgets::textSoft(tr(
            "No knots could be read from the data. The menu Help, Faults in the data, says why."));
        return;
    }
    widgets::textSoft(trf("No knot matches \"{}\". Try a muscle, a part of the body, or "
                          "an everyday word such as \"between the shoulder blades\".",
                          context.state.panels.search.substr(0, 60)));
    if (ImGui::Button(tr("Show all knots")))
        context.commands.push("search");
}

} // namespace

void drawKnotList(const PanelContext& context)
{
    drawSearch(context);
    drawSwitches(context);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {context.theme.px(8), context.theme.px(2)});
    ImGui::BeginChild("##knots");
    if (context.state.panels.list.empty())
        drawEmpty(context);
    else
        drawGroups(context);
    ImGui::Dummy({0, context.theme.px(12)});
    ImGui::EndChild();
    ImGui::PopStyleVar();
}

} // namespace knotmap::app
