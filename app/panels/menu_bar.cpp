#include "app/commands/undo.h"
#include "app/panels/widgets.h"

#include <algorithm>
#include <fmt/format.h>

namespace knotmap::app {
namespace {

/// A menu item; its shortcut is looked up by the call that it runs.
void item(const PanelContext& context, const char* label, const CommandCall& call,
          bool ticked = false, bool enabled = true)
{
    const std::string keys = keysOf(context.shortcuts, call);
    if (ImGui::MenuItem(label, keys.empty() ? nullptr : keys.c_str(), ticked, enabled))
        context.commands.push(call.id, call.arguments);
}

void fileMenu(const PanelContext& context)
{
    if (!ImGui::BeginMenu("File"))
        return;
    item(context, "Save a picture\xE2\x80\xA6", {"open", {"save-picture"}});
    ImGui::Separator();
    item(context, "Quit Knotmap", {"quit", {}});
    ImGui::EndMenu();
}

void editMenu(const PanelContext& context)
{
    if (!ImGui::BeginMenu("Edit"))
        return;
    const std::string undo = nextUndo(context.state), redo = nextRedo(context.state);
    const auto line = [](const char* verb, const std::string& change) {
        return change.empty() ? std::string(verb) : fmt::format("{} {}", verb, change);
    };
    item(context, line("Undo", undo).c_str(), {"undo", {}}, false, !undo.empty());
    item(context, line("Redo", redo).c_str(), {"redo", {}}, false, !redo.empty());
    ImGui::EndMenu();
}

void cutMenu(const PanelContext& context)
{
    if (!ImGui::BeginMenu("Cut"))
        return;
    const auto& cut = context.state.view.cut;
    const auto along = [&](scene::Plane plane) { return cut && scene::planeOf(*cut) == plane; };
    item(context, "Transverse", {"cut", {"transverse"}}, along(scene::Plane::Transverse));
    item(context, "Sagittal", {"cut", {"sagittal"}}, along(scene::Plane::Sagittal));
    item(context, "Frontal", {"cut", {"frontal"}}, along(scene::Plane::Frontal));
    item(context, "Off", {"cut", {"off"}}, !cut);
    item(context, "Next", {"cut", {"next"}});
    ImGui::Separator();
    item(context, "Look at the section", {"look-at-cut", {}}, false, cut.has_value());
    item(context, "Remove the other half", {"flip-cut", {}}, false, cut.has_value());
    item(context, "Move it forwards", {"move-cut", {"5"}}, false, cut.has_value());
    item(context, "Move it back", {"move-cut", {"-5"}}, false, cut.has_value());
    ImGui::EndMenu();
}

void viewMenu(const PanelContext& context)
{
    if (!ImGui::BeginMenu("View"))
        return;
    const AppState& state = context.state;
    item(context, "From the front", {"view", {"front"}});
    item(context, "From the back", {"view", {"back"}});
    item(context, "From the left", {"view", {"left"}});
    item(context, "From the right", {"view", {"right"}});
    item(context, "Three quarters", {"view", {"three-quarter"}});
    item(context, "Head", {"view", {"head"}});
    item(context, "Back of the neck", {"view", {"neck"}});
    item(context, "Shoulder", {"view", {"shoulder"}});
    item(context, "Hand", {"view", {"hand"}});
    item(context, "Foot", {"view", {"foot"}});
    ImGui::Separator();
    const PlacedPoint* selected = state.selectedPoint();
    const bool hasPoint = selected != nullptr, hasZone = hasPoint && !selected->point->local;
    item(context, "Best view of the knot", {"best-view", {}}, false, hasPoint);
    item(context, "Look at the selection", {"focus", {}}, false,
         state.document.selection.what != Selection::What::Nothing);
    ImGui::Separator();
    item(context, "Peel a layer away", {"layer-deeper", {}}, false,
         state.view.layer != anatomy::Layer::Bone);
    item(context, "Put a layer back", {"layer-shallower", {}}, false,
         state.view.layer != anatomy::Layer::Skin);
    cutMenu(context);
    ImGui::Separator();
    const bool chosen = state.document.selection.what != Selection::What::Nothing;
    item(context, "Hide it", {"hide", {}}, false, chosen);
    item(context, "Make it transparent", {"ghost", {}}, false, chosen);
    item(context, "Show it alone", {"isolate", {}}, false, chosen);
    item(context, "Show everything", {"show-all", {}}, false, !state.view.visibility.empty());
    ImGui::Separator();
    item(context, "Tool and arrow", {"tool", {"toggle"}}, state.view.showTool);
    item(context, "Path from knot to zone", {"pulse", {}}, false,
         hasZone && state.animations.enabled);
    item(context, "Keep the zone beside others", {"keep-zone", {}},
         std::find(state.document.keptZones.begin(), state.document.keptZones.end(),
                   state.document.selection.index) != state.document.keptZones.end() &&
             hasZone,
         hasZone);
    item(context, "Remove all kept zones", {"drop-zones", {}}, false,
         state.document.keptZones != decltype(state.document.keptZones){});
    item(context, "Mark the knots", {"knots", {"toggle"}}, state.view.showKnots);
    item(context, "Names in English",
         {"labels", {state.view.labels == Labels::English ? "off" : "english"}},
         state.view.labels == Labels::English);
    item(context, "Names in Latin",
         {"labels", {state.view.labels == Labels::Latin ? "off" : "latin"}},
         state.view.labels == Labels::Latin);
    item(context, "Areas where care is needed", {"cautions", {"toggle"}}, state.view.showCautions);
    item(context, "Starting pose", {"starting-pose", {"toggle"}}, state.view.showStartPose);
    item(context, "Where the weight goes", {"weight", {"toggle"}}, state.view.showWeight);
    item(context, "Whole body in a corner when close", {"inset", {"toggle"}}, state.view.showInset);
    item(context, "Move smoothly", {"motion", {"toggle"}}, state.animations.enabled);
    ImGui::Separator();
    item(context, "Full screen", {"full-screen", {}});
    ImGui::EndMenu();
}

void helpMenu(const PanelContext& context)
{
    if (!ImGui::BeginMenu("Help"))
        return;
    item(context, "Before you start", {"open", {"before-you-start"}});
    item(context, "Keys and mouse", {"open", {"shortcuts"}});
    if (!context.state.document.faults.empty())
        item(context, "Faults in the data", {"open", {"faults"}});
    ImGui::Separator();
    item(context, "About Knotmap", {"open", {"about"}});
    ImGui::EndMenu();
}

} // namespace

void drawMenuBar(const PanelContext& context)
{
    const Theme& theme = context.theme;
    const Area& area = context.layout.menu;
    // The bar is as tall as its font and padding make it.
    const float padding = std::max(0.0F, (area.height - ImGui::GetFontSize()) / 2);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {theme.px(12), padding});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {theme.px(16), 0});
    widgets::beginPanel("##menu", area, ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_MenuBar);
    const bool open = ImGui::BeginMenuBar();
    ImGui::PopStyleVar(2);
    if (open) {
        widgets::textIn(theme.strong, "Knotmap");
        ImGui::Dummy({theme.px(4), 0});
        fileMenu(context);
        editMenu(context);
        viewMenu(context);
        drawBodyMenu(context);
        helpMenu(context);
        ImGui::EndMenuBar();
    }
    // Above the bar's own clipping, below dialogs.
    const float line = area.y + area.height - 1;
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->PushClipRectFullScreen();
    draw->AddLine({area.x, line}, {area.x + area.width, line}, ImGui::GetColorU32(ImGuiCol_Border));
    draw->PopClipRect();
    widgets::endPanel();
}

} // namespace knotmap::app
