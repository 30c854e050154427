#include "app/commands/undo.h"
#include "app/panels/widgets.h"
#include "engine/words/tr.h"

#include <algorithm>
#include <fmt/format.h>

namespace knotmap::app {
namespace {

/// A menu item; its shortcut is looked up by the call that it runs.
void item(const PanelContext& context, const char* label, const CommandCall& call,
          bool ticked = false, bool enabled = true)
{
    const std::string keys = shownKeys(keysOf(context.shortcuts, call));
    if (ImGui::MenuItem(label, keys.empty() ? nullptr : keys.c_str(), ticked, enabled))
        context.commands.push(call.id, call.arguments);
}

void fileMenu(const PanelContext& context)
{
    if (!ImGui::BeginMenu(tr("File")))
        return;
    item(context, tr("Save a picture\xE2\x80\xA6"), {"open", {"save-picture"}});
    ImGui::Separator();
    item(context, tr("Quit Knotmap"), {"quit", {}});
    ImGui::EndMenu();
}

void editMenu(const PanelContext& context)
{
    if (!ImGui::BeginMenu(tr("Edit")))
        return;
    const std::string undo = nextUndo(context.state), redo = nextRedo(context.state);
    item(context, undo.empty() ? tr("Undo") : trf("Undo {}", undo).c_str(), {"undo", {}}, false,
         !undo.empty());
    item(context, redo.empty() ? tr("Redo") : trf("Redo {}", redo).c_str(), {"redo", {}}, false,
         !redo.empty());
    ImGui::EndMenu();
}

void cutMenu(const PanelContext& context)
{
    if (!ImGui::BeginMenu(tr("Cut")))
        return;
    const auto& cut = context.state.view.cut;
    const auto along = [&](scene::Plane plane) { return cut && scene::planeOf(*cut) == plane; };
    item(context, tr("Transverse"), {"cut", {"transverse"}}, along(scene::Plane::Transverse));
    item(context, tr("Sagittal"), {"cut", {"sagittal"}}, along(scene::Plane::Sagittal));
    item(context, tr("Frontal"), {"cut", {"frontal"}}, along(scene::Plane::Frontal));
    item(context, tr("Off"), {"cut", {"off"}}, !cut);
    item(context, tr("Next"), {"cut", {"next"}});
    ImGui::Separator();
    item(context, tr("Look at the section"), {"look-at-cut", {}}, false, cut.has_value());
    item(context, tr("Remove the other half"), {"flip-cut", {}}, false, cut.has_value());
    item(context, tr("Move it forwards"), {"move-cut", {"5"}}, false, cut.has_value());
    item(context, tr("Move it back"), {"move-cut", {"-5"}}, false, cut.has_value());
    ImGui::EndMenu();
}

void viewMenu(const PanelContext& context)
{
    if (!ImGui::BeginMenu(tr("View")))
        return;
    const AppState& state = context.state;
    item(context, tr("From the front"), {"view", {"front"}});
    item(context, tr("From the back"), {"view", {"back"}});
    item(context, tr("From the left"), {"view", {"left"}});
    item(context, tr("From the right"), {"view", {"right"}});
    item(context, tr("Three quarters"), {"view", {"three-quarter"}});
    item(context, tr("Head"), {"view", {"head"}});
    item(context, tr("Back of the neck"), {"view", {"neck"}});
    item(context, tr("Shoulder"), {"view", {"shoulder"}});
    item(context, tr("Hand"), {"view", {"hand"}});
    item(context, tr("Foot"), {"view", {"foot"}});
    ImGui::Separator();
    const PlacedPoint* selected = state.selectedPoint();
    const bool hasPoint = selected != nullptr, hasZone = hasPoint && !selected->point->local;
    item(context, tr("Best view of the knot"), {"best-view", {}}, false, hasPoint);
    item(context, tr("Look at the selection"), {"focus", {}}, false,
         state.document.selection.what != Selection::What::Nothing);
    ImGui::Separator();
    item(context, tr("Peel a layer away"), {"layer-deeper", {}}, false,
         state.view.layer != anatomy::Layer::Bone);
    item(context, tr("Put a layer back"), {"layer-shallower", {}}, false,
         state.view.layer != anatomy::Layer::Skin);
    cutMenu(context);
    ImGui::Separator();
    const bool chosen = state.document.selection.what != Selection::What::Nothing;
    item(context, tr("Hide it"), {"hide", {}}, false, chosen);
    item(context, tr("Make it transparent"), {"ghost", {}}, false, chosen);
    item(context, tr("Show it alone"), {"isolate", {}}, false, chosen);
    item(context, tr("Show everything"), {"show-all", {}}, false, !state.view.visibility.empty());
    ImGui::Separator();
    item(context, tr("Tool and arrow"), {"tool", {"toggle"}}, state.view.showTool);
    item(context, tr("Path from knot to zone"), {"pulse", {}}, false, hasZone && state.animations.enabled);
    item(context, tr("Keep the zone beside others"), {"keep-zone", {}},
         std::find(state.document.keptZones.begin(), state.document.keptZones.end(), state.document.selection.index) !=
                 state.document.keptZones.end() &&
             hasZone,
         hasZone);
    item(context, tr("Remove all kept zones"), {"drop-zones", {}}, false,
         state.document.keptZones != decltype(state.document.keptZones){});
    item(context, tr("Mark the knots"), {"knots", {"toggle"}}, state.view.showKnots);
    item(context, tr("Names in English"),
         {"labels", {state.view.labels == Labels::English ? "off" : "english"}},
         state.view.labels == Labels::English);
    item(context, tr("Names in Latin"),
         {"labels", {state.view.labels == Labels::Latin ? "off" : "latin"}},
         state.view.labels == Labels::Latin);
    item(context, tr("Areas where care is needed"), {"cautions", {"toggle"}}, state.view.showCautions);
    item(context, tr("Starting pose"), {"starting-pose", {"toggle"}}, state.view.showStartPose);
    item(context, tr("Where the weight goes"), {"weight", {"toggle"}}, state.view.showWeight);
    item(context, tr("Whole body in a corner when close"), {"inset", {"toggle"}}, state.view.showInset);
    item(context, tr("Move smoothly"), {"motion", {"toggle"}}, state.animations.enabled);
    ImGui::Separator();
    item(context, tr("Full screen"), {"full-screen", {}});
    ImGui::EndMenu();
}

void helpMenu(const PanelContext& context)
{
    if (!ImGui::BeginMenu(tr("Help")))
        return;
    item(context, tr("Before you start"), {"open", {"before-you-start"}});
    item(context, tr("Keys and mouse"), {"open", {"shortcuts"}});
    if (!context.state.document.faults.empty())
        item(context, tr("Faults in the data"), {"open", {"faults"}});
    ImGui::Separator();
    item(context, tr("About Knotmap"), {"open", {"about"}});
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
