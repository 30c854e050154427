#include "app/panels/panel.h"
#include "engine/posture/weight.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <glm/geometric.hpp>
#include <glm/vec4.hpp>

namespace knotmap::app {
namespace {

/// The window position of a world point.
ImVec2 seenAt(const PanelContext& context, const glm::vec3& position)
{
    const scene::Camera& camera = context.state.scene.camera;
    const Area& view = context.layout.view;
    const glm::vec4 clip =
        camera.projection(context.state.window.aspect) * camera.view() * glm::vec4(position, 1);
    return {view.x + (clip.x / clip.w + 1) / 2 * view.width,
            view.y + (1 - clip.y / clip.w) / 2 * view.height};
}

bool meet(const Area& a, const Area& b)
{
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height &&
           b.y < a.y + a.height;
}

/// Candidate positions for a label of that size beside a mark, best first: on the rim nearest to
/// the eye, around to either side, then slightly further off.
std::vector<Area> boxesBeside(const PanelContext& context, const scene::WeightPad& pad,
                              const ImVec2& size)
{
    const ImVec2 centre = seenAt(context, pad.centre);
    glm::vec3 towards = context.state.scene.camera.toEye();
    towards.y = 0;
    towards = glm::normalize(towards);
    const glm::vec3 aside(towards.z, 0, -towards.x);
    std::vector<Area> boxes;
    for (const float further : {1.0F, 1.5F})
        for (const float turn : {0.0F, -0.8F, 0.8F, -1.6F, 1.6F}) {
            const ImVec2 rim = seenAt(
                context, pad.centre + further * pad.radiusMm *
                                          (std::cos(turn) * towards + std::sin(turn) * aside));
            const ImVec2 out{rim.x - centre.x, rim.y - centre.y};
            const float length = std::max(1.0F, std::hypot(out.x, out.y));
            const float away = 0.6F * size.y;
            const ImVec2 middle{rim.x + out.x / length *
                                            (away + 0.4F * size.x * std::abs(out.x) / length),
                                rim.y + out.y / length * away};
            boxes.push_back({middle.x - size.x / 2, middle.y - size.y / 2, size.x, size.y});
        }
    return boxes;
}

} // namespace

void drawWeightLabels(const PanelContext& context)
{
    const AppState& state = context.state;
    if (!state.scene.weight || state.scene.weight->strength < 1 || !state.position.weight)
        return;
    const Theme& theme = context.theme;
    const Area& view = context.layout.view;
    ImDrawList* draw = ImGui::GetBackgroundDrawList();
    ImGui::PushFont(theme.small);
    std::vector<ImVec2> body;
    for (const glm::vec3& position : state.position.weight->skin)
        body.push_back(seenAt(context, position));
    std::vector<Area> taken = {context.layout.inset};
    const auto free = [&](const Area& box) {
        return box.x > view.x && box.y > view.y && box.x + box.width < view.x + view.width &&
               box.y + box.height < view.y + view.height &&
               std::none_of(taken.begin(), taken.end(),
                            [&](const Area& other) { return meet(box, other); }) &&
               std::none_of(body.begin(), body.end(),
                            [&](const ImVec2& position) { return box.contains(position); });
    };
    for (std::size_t i = 0; i < state.position.weight->contacts.size(); ++i) {
        const posture::Contact& contact = state.position.weight->contacts[i];
        if (!contact.percent)
            continue;
        const std::string text = fmt::format("{:.0f} %", *contact.percent);
        const ImVec2 letters = ImGui::CalcTextSize(text.c_str());
        const ImVec2 size{letters.x + theme.px(6), letters.y + theme.px(1)};
        const auto boxes = boxesBeside(context, state.scene.weight->pads[i], size);
        const auto box = std::find_if(boxes.begin(), boxes.end(), free);
        if (box == boxes.end())
            continue;
        taken.push_back(*box);
        draw->AddRectFilled(box->corner(), {box->x + size.x, box->y + size.y},
                            ImGui::GetColorU32({0.99F, 0.982F, 0.962F, 0.72F}), theme.px(3));
        draw->AddText({box->x + theme.px(3), box->y}, ImGui::GetColorU32(colour::kLink),
                      text.c_str());
    }
    ImGui::PopFont();
}

} // namespace knotmap::app
