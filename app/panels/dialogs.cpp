#include "app/panels/widgets.h"
#include "engine/words/tr.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <imgui_stdlib.h>

namespace knotmap::app {
namespace {

void drawShortcuts(const PanelContext& context)
{
    const Theme& theme = context.theme;
    static constexpr std::array<std::array<const char*, 2>, 9> kMouse{{
        {mark("Drag"), mark("Turn around what is under the pointer")},
        {mark("Right drag, Shift+drag"), mark("Move sideways")},
        {mark("Wheel"), mark("Zoom in towards the pointer, or out")},
        {mark("Click"), mark("Select a knot, a muscle or a bone")},
        {mark("Click beside the body"), mark("Clear the selection")},
        {mark("Double click"), mark("Look at what was clicked")},
        {mark("Two fingers sideways"), mark("Turn around")},
        {mark("Shift and two fingers"), mark("Move sideways")},
        {mark("Hover"), mark("Name what is under the pointer")},
    }};
    if (!ImGui::BeginTable("##keys", 2))
        return;
    ImGui::TableSetupColumn("keys", ImGuiTableColumnFlags_WidthFixed, theme.px(190));
    ImGui::TableSetupColumn("what", ImGuiTableColumnFlags_WidthStretch);
    const auto row = [&](const std::string& keys, const std::string& what) {
        ImGui::TableNextRow();
        ImGui::TableNextColumn();
        widgets::textIn(theme.strong, keys);
        ImGui::TableNextColumn();
        widgets::text(what);
    };
    for (const auto& line : kMouse)
        row(tr(line[0]), tr(line[1]));
    for (const Shortcut& shortcut : context.shortcuts)
        row(shownKeys(shortcut.keys), shortcut.label);
    ImGui::EndTable();
}

void drawAbout(const PanelContext& context)
{
    const Theme& theme = context.theme;
    widgets::text(
        tr("Knotmap shows where muscle knots send their pain, with which tool and in which "
           "position to work on them, on a body measured in millimetres."));
    widgets::heading(theme, tr("It teaches; it diagnoses nothing"));
    widgets::text(tr(
        "Trigger points are widely taught, and disputed. Clinicians agree only moderately on where "
        "a knot is (pooled kappa 0.45, 95 % interval 0.36 to 0.54; PubMed 28098584), better on "
        "\"that is my pain\" (0.58) and on tenderness (0.68). The referral charts go back to "
        "Travell and Simons, Myofascial Pain and Dysfunction: The Trigger Point Manual. Every knot "
        "here names its sources and says how good they are."));
    widgets::heading(theme, tr("The body was measured on"));
    widgets::text(tr("BodyParts3D, \xC2\xA9 The Database Center for Life Science, CC BY 4.0"));
    widgets::text(tr("Human Reference Atlas 3D Reference Object Library, CC BY 4.0"));
    widgets::heading(theme, tr("Licence"));
    widgets::text(tr("Program: Apache-2.0. Tables of figures and texts: CC BY 4.0."));
}

void drawFaultList(const PanelContext& context)
{
    if (context.state.document.faults.empty())
        widgets::text(tr("The data contains no faults."));
    else
        widgets::textSoft(tr("Faulty entries were left out. Correct them at these places and start "
                             "Knotmap again; \"knotmap check\" prints the same list."));
    ImGui::PushFont(context.theme.small);
    for (const core::Fault& fault : context.state.document.faults)
        widgets::text(fault.text());
    ImGui::PopFont();
}

/// Name and size of the picture while they are being chosen; ImGui's own storage would lose the
/// text, so the dialog suggests one from the selection each time it opens.
std::string suggestedName(const AppState& state)
{
    if (const PlacedPoint* placed = state.selectedPoint())
        return fmt::format("knotmap-{}.png", placed->name());
    return "knotmap.png";
}

struct PictureSize
{
    const char* label;
    const char* size;
};

constexpr std::array<PictureSize, 4> kSizes{{{mark("Screen, 1920 x 1440"), "1920x1440"},
                                             {mark("Slide, 1920 x 1080"), "1920x1080"},
                                             {mark("Page, 2480 x 3508"), "2480x3508"},
                                             {mark("Poster, 6000 x 8000"), "6000x8000"}}};

void drawSavePicture(const PanelContext& context)
{
    const Theme& theme = context.theme;
    widgets::text(
        tr("The body is saved as it is shown now, without the panels. Click a size to save "
           "it under this name in the folder from which Knotmap was started:"));
    const std::string name = suggestedName(context.state);
    widgets::textIn(theme.strong, name);
    ImGui::Dummy({0, theme.px(4)});
    for (const PictureSize& each : kSizes)
        if (widgets::wideButton(tr(each.label))) {
            context.commands.push("close");
            context.commands.push("save-picture", {name, each.size});
        }
    if (widgets::wideButton(tr("Turntable for a film: 72 pictures, 1280 x 720"))) {
        context.commands.push("close");
        context.commands.push("save-turntable", {name, "72"});
    }
}

struct DialogForm
{
    Dialog dialog;
    const char* title;
    float width, height; ///< unscaled; a height of 0 follows the content
    void (*draw)(const PanelContext&);
};

constexpr std::array<DialogForm, 5> kForms{{
    {Dialog::Shortcuts, mark("Keys and mouse"), 560, 600, drawShortcuts},
    {Dialog::About, mark("About Knotmap"), 520, 0, drawAbout},
    {Dialog::BeforeYouStart, mark("Before you start"), 640, 600, drawFacts},
    {Dialog::Faults, mark("Faults in the data"), 760, 520, drawFaultList},
    {Dialog::SavePicture, mark("Save a picture"), 440, 0, drawSavePicture},
}};

void drawForm(const PanelContext& context, const DialogForm& form)
{
    const Theme& theme = context.theme;
    const ImVec2 display = ImGui::GetIO().DisplaySize;
    const float width = std::min(theme.px(form.width), display.x * 0.94F);
    const float height = std::min(theme.px(form.height), display.y * 0.86F);
    ImGui::SetNextWindowPos({display.x / 2, display.y / 2}, ImGuiCond_Always, {0.5F, 0.5F});
    ImGui::SetNextWindowSize({width, height});
    ImGui::SetNextWindowFocus();
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, theme.px(8));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {theme.px(24), theme.px(20)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
    ImGui::PushStyleColor(ImGuiCol_WindowBg, colour::kPaperLight);
    ImGui::Begin(tr(form.title), nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings);
    widgets::textIn(theme.title, tr(form.title));
    ImGui::SameLine(ImGui::GetWindowContentRegionMax().x - theme.px(62));
    if (ImGui::Button(tr("Close")))
        context.commands.push("close");
    ImGui::Dummy({0, theme.px(4)});
    if (form.height > 0)
        ImGui::BeginChild("##content");
    form.draw(context);
    if (form.height > 0)
        ImGui::EndChild();
    ImGui::End();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(3);
}

/// Darkens the background; a click there closes the dialog.
void drawShade(const PanelContext& context)
{
    const ImVec2 display = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(display);
    ImGui::PushStyleColor(ImGuiCol_WindowBg, ImVec4(0.14F, 0.12F, 0.10F, 0.34F));
    ImGui::Begin("##shade", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav);
    if (ImGui::IsWindowHovered() && ImGui::IsMouseClicked(ImGuiMouseButton_Left))
        context.commands.push("close");
    ImGui::End();
    ImGui::PopStyleColor();
}

} // namespace

void drawDialogs(const PanelContext& context)
{
    for (const DialogForm& form : kForms)
        if (form.dialog == context.state.panels.dialog) {
            drawShade(context);
            drawForm(context, form);
        }
}

} // namespace knotmap::app
