#include "app/panels/widgets.h"
#include "engine/words/tr.h"

#include <algorithm>
#include <fmt/format.h>

namespace knotmap::app {
namespace {

/// A notice that floats at the top of the view, with the same width; returns its height.
class Notice
{
public:
    Notice(const PanelContext& context, const char* id, float top, const ImVec4& ground)
    {
        const Theme& theme = context.theme;
        const Area& view = context.layout.view;
        ImGui::PushStyleColor(ImGuiCol_WindowBg, ground);
        ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, theme.px(6));
        ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
        ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {theme.px(14), theme.px(10)});
        ImGui::SetNextWindowPos({view.x + theme.px(12), top});
        ImGui::SetNextWindowSize({std::max(1.0F, view.width - theme.px(24)), 0});
        ImGui::Begin(id, nullptr,
                     ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                         ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing |
                         ImGuiWindowFlags_NoNav);
    }
    ~Notice()
    {
        ImGui::End();
        ImGui::PopStyleVar(3);
        ImGui::PopStyleColor();
    }
    Notice(const Notice&) = delete;
    Notice& operator=(const Notice&) = delete;

    float bottom() const { return ImGui::GetWindowPos().y + ImGui::GetWindowHeight(); }
};

/// A button at the right end of the current line.
bool buttonAtEnd(const Theme& theme, const char* label)
{
    const float width = ImGui::CalcTextSize(label).x + theme.px(20);
    ImGui::SameLine(ImGui::GetWindowContentRegionMax().x - width);
    return ImGui::SmallButton(label);
}

float drawMessage(const PanelContext& context, float top)
{
    const Message& message = *context.state.panels.message;
    const Notice notice(context, "##message", top,
                        message.isError ? colour::kPainPale : colour::kPaperLight);
    ImGui::PushTextWrapPos(ImGui::GetWindowContentRegionMax().x - context.theme.px(70));
    ImGui::TextUnformatted(message.text.c_str());
    ImGui::PopTextWrapPos();
    if (buttonAtEnd(context.theme, tr("Close")))
        context.commands.push("dismiss", {"message"});
    return notice.bottom();
}

void drawFaults(const PanelContext& context, float top)
{
    const std::size_t count = context.state.document.faults.size();
    const Notice notice(context, "##faults", top, colour::kPainPale);
    widgets::text(trn("{} fault in the data: what it affects was left out.",
                      "{} faults in the data: what they affect was left out.", count, count));
    if (ImGui::SmallButton(tr("Show them")))
        context.commands.push("open", {"faults"});
    ImGui::SameLine();
    if (ImGui::SmallButton(tr("Close")))
        context.commands.push("dismiss", {"faults"});
}

} // namespace

void drawNotices(const PanelContext& context)
{
    const AppState& state = context.state;
    const float gap = context.theme.px(8);
    float top = context.layout.view.y + context.theme.px(12);
    if (context.layout.view.width < context.theme.px(160))
        return;
    if (state.panels.message)
        top = drawMessage(context, top) + gap;
    if (!state.document.faults.empty() && !state.panels.faultsDismissed)
        drawFaults(context, top);
}

} // namespace knotmap::app
