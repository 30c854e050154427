#include "app/commands/body_build.h"
#include "app/panels/widgets.h"
#include "engine/words/tr.h"

#include <cmath>
#include <fmt/format.h>

namespace knotmap::app {
namespace {

constexpr float kSliderWidth = 190;

/// A slider that returns its value on release: a body takes a moment to build. While it is dragged,
/// ImGui's own storage keeps its position.
bool slider(const PanelContext& context, const char* id, float lower, float upper,
            const char* format, float& value)
{
    ImGuiStorage* store = ImGui::GetStateStorage();
    const ImGuiID key = ImGui::GetID(id);
    float shown = store->GetFloat(key, value);
    ImGui::SetNextItemWidth(context.theme.px(kSliderWidth));
    if (ImGui::SliderFloat(id, &shown, lower, upper, format,
                           ImGuiSliderFlags_AlwaysClamp | ImGuiSliderFlags_NoInput))
        store->SetFloat(key, shown);
    const bool chosen = ImGui::IsItemDeactivatedAfterEdit();
    if (!ImGui::IsItemActive())
        store->SetFloat(key, value);
    if (chosen)
        value = shown;
    return chosen;
}

} // namespace

void drawBodyMenu(const PanelContext& context)
{
    if (!ImGui::BeginMenu(tr("Body")))
        return;
    const Library& library = *context.state.document.library;
    const variants::Build build = askedBuild(context.state);
    for (const variants::Sex sex : {variants::Sex::Female, variants::Sex::Male})
        if (ImGui::MenuItem(sex == variants::Sex::Female ? tr("Female") : tr("Male"), nullptr,
                            build.sex == sex, library.builder != nullptr))
            context.commands.push("body", {std::string(variants::sexName(sex))});
    if (library.builder) {
        ImGui::Separator();
        float cm = library.builder->statureOf(build) / 10, mass = build.mass;
        widgets::textSoft(tr("Height"));
        if (slider(context, "##height", variants::kShortestMm / 10, variants::kTallestMm / 10,
                   "%.0f cm", cm))
            context.commands.push("height", {fmt::format("{:.0f}cm", std::round(cm))});
        widgets::textSoft(tr("Slim to heavy"));
        if (slider(context, "##build", 0, 1, "%.2f", mass))
            context.commands.push("build", {fmt::format("{:.2f}", mass)});
        ImGui::Separator();
        if (ImGui::MenuItem(tr("As measured"), nullptr, false, !build.asMeasured()))
            context.commands.push("body-as-measured");
    }
    ImGui::EndMenu();
}

} // namespace knotmap::app
