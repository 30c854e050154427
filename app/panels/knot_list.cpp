#include "app/panels/widgets.h"

#include <fmt/format.h>

namespace knotmap::app {
namespace {

/// Up, down and Enter act on the list while one types into the search.
void handleKeys(const PanelContext& context)
{
    if (!ImGui::IsItemActive())
        return;
    const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key)); };
    if (pressed(ImGuiKey_DownArrow))
        context.commands.push("list-move", {"1"});
    if (pressed(ImGuiKey_UpArrow))
        context.commands.push("list-move", {"-1"});
    if (pressed(ImGuiKey_Enter) || pressed(ImGuiKey_KeyPadEnter))
        context.commands.push("list-choose");
}

void drawSearch(const PanelContext& context)
{
    const float width = ImGui::GetContentRegionAvail().x;
    if (context.state.requests.focusSearch)
        ImGui::SetKeyboardFocusHere();
    std::string words = context.state.search;
    if (widgets::searchField("##search", "Muscle or place, such as temple", words, width))
        context.commands.push("search", {words});
    handleKeys(context);
}

void drawSwitches(const PanelContext& context)
{
    const Theme& theme = context.theme;
    const float width = ImGui::GetContentRegionAvail().x;
    const float side = theme.px(112);
    const int group = widgets::choice(theme, "group", {"By muscle", "By pain"},
                                      context.state.grouping == Grouping::Muscle ? 0 : 1,
                                      width - side - theme.px(12));
    if (group >= 0)
        context.commands.push("group-by", {group == 0 ? "muscle" : "pain"});
    ImGui::SameLine(0, theme.px(12));
    const int chosen = widgets::choice(theme, "side", {"Right", "Left"},
                                       context.state.side == core::Side::Left ? 1 : 0, side);
    if (chosen >= 0)
        context.commands.push("side", {chosen == 1 ? "left" : "right"});
}

/// The number in "upper-trapezius-2".
std::string numberOf(const std::string& id)
{
    const std::size_t dash = id.rfind('-');
    return dash == std::string::npos ? std::string() : id.substr(dash + 1);
}

/// What a row says of the point under the heading.
std::string rowLabel(const PanelContext& context, const referral::Point& point)
{
    if (context.state.grouping == Grouping::Muscle)
        return numberOf(point.id) + "   " + point.label;
    const anatomy::Structure* muscle = context.state.library->anatomy.findStructure(point.muscle);
    return (muscle == nullptr ? point.muscle : muscle->english) + " " + numberOf(point.id) + ": " +
           point.label;
}

/// A row as tall as its wrapped words.
bool drawRow(const PanelContext& context, const std::string& label, bool chosen, bool atCursor)
{
    const Theme& theme = context.theme;
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x, inset = theme.px(10);
    const ImVec2 words = ImGui::CalcTextSize(label.c_str(), nullptr, false, width - 2 * inset);
    const ImVec2 size{width, words.y + theme.px(8)};
    const bool clicked = ImGui::InvisibleButton("row", size);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImVec2 end{start.x + size.x, start.y + size.y};
    if (chosen || ImGui::IsItemHovered())
        draw->AddRectFilled(start, end,
                            ImGui::GetColorU32(chosen ? colour::kChosen : colour::kPaperDark),
                            theme.px(6));
    if (atCursor)
        draw->AddRect(start, end, ImGui::GetColorU32(colour::kInkSoft), theme.px(6), 0,
                      theme.px(1.5F));
    draw->AddText(chosen ? theme.strong : theme.body, ImGui::GetFontSize(),
                  {start.x + inset, start.y + theme.px(4)}, ImGui::GetColorU32(colour::kInk),
                  label.c_str(), nullptr, width - 2 * inset);
    return clicked;
}

void drawGroups(const PanelContext& context)
{
    const AppState& state = context.state;
    const PlacedPoint* selected = state.selectedPoint();
    int row = 0;
    for (const ListGroup& group : state.list) {
        widgets::heading(context.theme, group.title);
        ImGui::PushID(group.title.c_str());
        for (const std::size_t index : group.points) {
            const referral::Point& point = state.library->referral.points[index];
            ImGui::PushID(point.id.c_str());
            const bool atCursor = row == state.listCursor;
            if (drawRow(context, rowLabel(context, point),
                        selected != nullptr && selected->point == &point, atCursor))
                context.commands.push("select-point", {core::instanceName(point.id, state.side)});
            if (atCursor && !ImGui::IsItemVisible())
                ImGui::SetScrollHereY(0.5F);
            ImGui::PopID();
            ++row;
        }
        ImGui::PopID();
    }
}

void drawEmpty(const PanelContext& context)
{
    ImGui::Dummy({0, context.theme.px(10)});
    if (context.state.library->referral.points.empty()) {
        widgets::textSoft("No knots could be read from the data. Help, Faults in the data says "
                          "why.");
        return;
    }
    widgets::textSoft(fmt::format("No knot matches \"{}\". Try a muscle, a part of the body, or "
                                  "an everyday word such as \"between the shoulder blades\".",
                                  context.state.search.substr(0, 60)));
    if (ImGui::Button("Show all knots"))
        context.commands.push("search");
}

} // namespace

void drawKnotList(const PanelContext& context)
{
    drawSearch(context);
    drawSwitches(context);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {context.theme.px(8), context.theme.px(2)});
    ImGui::BeginChild("##knots");
    if (context.state.list.empty())
        drawEmpty(context);
    else
        drawGroups(context);
    ImGui::Dummy({0, context.theme.px(12)});
    ImGui::EndChild();
    ImGui::PopStyleVar();
}

} // namespace knotmap::app
