#include "app/model/labels.h"

#include "app/panels/panel.h"

#include <algorithm>

namespace knotmap::app {

void drawLabels(const PanelContext& context)
{
    const AppState& state = context.state;
    if (state.view.labels == Labels::Off || state.window.visibleInstances.empty())
        return;
    const Area& view = context.layout.view;
    const Theme& theme = context.theme;
    ImGui::PushFont(theme.small);
    const auto measure = [](const std::string& text) {
        const ImVec2 size = ImGui::CalcTextSize(text.c_str());
        return glm::vec2(size.x, size.y);
    };
    const glm::vec2 picture(view.width, view.height);
    const auto requests = labelRequests(state.scene, state.window.visibleInstances,
                                        state.view.labels, picture, measure);
    scene::LabelStyle style;
    style.margin = theme.px(12);
    style.gap = theme.px(6);
    ImDrawList* draw = ImGui::GetBackgroundDrawList();
    const auto inWindow = [&](const glm::vec2& position) {
        return ImVec2{view.x + position.x, view.y + position.y};
    };
    const ImU32 ink = ImGui::GetColorU32(colour::kInk),
                line = ImGui::GetColorU32({0.1F, 0.1F, 0.09F, 0.75F});
    const ImU32 halo = ImGui::GetColorU32({1, 0.99F, 0.97F, 0.35F});
    auto labels = scene::layOutLabels(requests, picture, style);
    // Names do not cover the small picture of the whole body.
    const Area& inset = context.layout.inset;
    labels.erase(std::remove_if(labels.begin(), labels.end(),
                                [&](const scene::Label& label) {
                                    const ImVec2 corner = inWindow(label.corner);
                                    const glm::vec2 size = requests[label.request].size;
                                    return corner.x < inset.x + inset.width &&
                                           inset.x < corner.x + size.x &&
                                           corner.y < inset.y + inset.height &&
                                           inset.y < corner.y + size.y;
                                }),
                 labels.end());
    for (const scene::Label& label : labels) {
        draw->AddLine(inWindow(label.start), inWindow(label.anchor), halo, theme.px(2.6F));
        draw->AddLine(inWindow(label.start), inWindow(label.anchor), line, theme.px(1));
        draw->AddCircleFilled(inWindow(label.anchor), theme.px(1.8F), ink, 12);
    }
    for (const scene::Label& label : labels)
        draw->AddText(inWindow(label.corner), ink, requests[label.request].text.c_str());
    ImGui::PopFont();
}

} // namespace knotmap::app
