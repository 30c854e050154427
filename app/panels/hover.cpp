#include "app/panels/widgets.h"
#include "engine/words/tr.h"

#include <algorithm>
#include <fmt/format.h>

namespace knotmap::app {
namespace {

std::string hoverText(const AppState& state)
{
    const std::uint32_t index = state.window.hover.index;
    if (state.panels.tab == Tab::Pain && state.window.hoverRegion) {
        std::string words =
            regionLabel(state.document.library->anatomy, state.window.hoverRegion->region);
        if (state.window.hoverRegion->side)
            words += fmt::format(", {}", tr(core::sideName(*state.window.hoverRegion->side)));
        return words;
    }
    if (state.window.hover.what == Selection::What::Point) {
        const PlacedPoint& placed = state.document.points[index];
        const anatomy::Structure* muscle =
            state.document.library->anatomy.findStructure(placed.point->muscle);
        const std::string& id = placed.point->id;
        return trf(
            "{}, knot {} ({})\n{}", muscle == nullptr ? placed.point->muscle : muscle->english,
            id.substr(id.rfind('-') + 1), tr(core::sideName(placed.side)), placed.point->label);
    }
    const body::Instance& instance = state.atlas().instances[index];
    const anatomy::Structure& structure = state.atlas().structures[instance.shape];
    return instance.side == core::Side::Midline
               ? tr(structure.english)
               : fmt::format("{} ({})", tr(structure.english), tr(core::sideName(instance.side)));
}

} // namespace

void drawHover(const PanelContext& context)
{
    const AppState& state = context.state;
    const bool hasRegion = state.panels.tab == Tab::Pain && state.window.hoverRegion;
    if (state.window.hover.what == Selection::What::Nothing && !hasRegion)
        return;
    const Theme& theme = context.theme;
    const std::string words = hoverText(state);
    const ImVec2 padding{theme.px(10), theme.px(7)}, mouse = ImGui::GetIO().MousePos;
    const float width = ImGui::CalcTextSize(words.c_str()).x + 2 * padding.x;
    // Beside the pointer, on the other side where it would cover the card.
    const Area& view = context.layout.view;
    const bool fits = mouse.x + theme.px(18) + width < view.x + view.width;
    const float x =
        fits ? mouse.x + theme.px(18) : std::max(view.x, mouse.x - theme.px(10) - width);
    ImGui::SetNextWindowPos({x, mouse.y + theme.px(14)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, padding);
    ImGui::SetTooltip("%s", words.c_str());
    ImGui::PopStyleVar();
}

} // namespace knotmap::app
