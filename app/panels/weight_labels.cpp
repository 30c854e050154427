#include "app/model/weight.h"
#include "app/panels/panel.h"

#include <algorithm>
#include <fmt/format.h>
#include <glm/vec4.hpp>

namespace knotmap::app {
namespace {

/// Where in the window a place of the world is seen.
ImVec2 seenAt(const PanelContext& context, const glm::vec3& place)
{
    const scene::Camera& camera = context.state.scene.camera;
    const Area& view = context.layout.view;
    const glm::vec4 clip =
        camera.projection(context.state.aspect) * camera.view() * glm::vec4(place, 1);
    return {view.x + (clip.x / clip.w + 1) / 2 * view.width,
            view.y + (1 - clip.y / clip.w) / 2 * view.height};
}

bool meet(const Area& a, const Area& b)
{
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height &&
           b.y < a.y + a.height;
}

} // namespace

void drawWeightLabels(const PanelContext& context)
{
    const AppState& state = context.state;
    if (!state.scene.weight || state.scene.weight->strength < 1 || !state.weight)
        return;
    const Theme& theme = context.theme;
    const Area& view = context.layout.view;
    ImDrawList* draw = ImGui::GetBackgroundDrawList();
    ImGui::PushFont(theme.small);
    std::vector<Area> taken = {context.layout.inset};
    for (std::size_t i = 0; i < state.weight->contacts.size(); ++i) {
        const Contact& contact = state.weight->contacts[i];
        if (!contact.percent)
            continue;
        const std::string text = fmt::format("{:.0f} %", *contact.percent);
        const ImVec2 size = ImGui::CalcTextSize(text.c_str());
        // Below the pad's rim nearest to the eye, where it hides nothing of the body.
        const scene::WeightPad& pad = state.scene.weight->pads[i];
        glm::vec3 towards = state.scene.camera.toEye();
        towards.y = 0;
        const ImVec2 rim = seenAt(context, pad.centre + pad.radiusMm * glm::normalize(towards));
        const float air = theme.px(3);
        const Area box{rim.x - size.x / 2 - air, rim.y + theme.px(2), size.x + 2 * air,
                       size.y + theme.px(1)};
        const bool inside = box.x > view.x && box.y > view.y &&
                            box.x + box.width < view.x + view.width &&
                            box.y + box.height < view.y + view.height;
        const bool free = std::none_of(taken.begin(), taken.end(),
                                       [&](const Area& other) { return meet(box, other); });
        if (!inside || !free)
            continue;
        taken.push_back(box);
        draw->AddRectFilled(box.corner(), {box.x + box.width, box.y + box.height},
                            ImGui::GetColorU32({0.99F, 0.982F, 0.962F, 0.72F}), theme.px(3));
        draw->AddText({box.x + air, box.y}, ImGui::GetColorU32(colour::kLink), text.c_str());
    }
    ImGui::PopFont();
}

} // namespace knotmap::app
