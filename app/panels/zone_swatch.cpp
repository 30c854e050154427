#include "app/model/legend.h"

#include "app/panels/widgets.h"

#include <cmath>

namespace knotmap::app::widgets {
namespace {

struct Patch
{
    ImVec2 start, end;
    ImDrawList* draw;
    float pixel; ///< pixels per unit length on a monitor of scale 1
};

/// The light lines of shaders/include/zones.glsl: rising, falling, both.
void drawLines(const Patch& patch, std::size_t hue)
{
    const ImU32 light = ImGui::GetColorU32({0.90F, 0.93F, 0.96F, 0.62F});
    const float height = patch.end.y - patch.start.y;
    patch.draw->PushClipRect(patch.start, patch.end, true);
    for (float x = patch.start.x - height; x < patch.end.x; x += 5 * patch.pixel) {
        if (hue != 2)
            patch.draw->AddLine({x, patch.end.y}, {x + height, patch.start.y}, light, patch.pixel);
        if (hue != 1)
            patch.draw->AddLine({x, patch.start.y}, {x + height, patch.end.y}, light, patch.pixel);
    }
    patch.draw->PopClipRect();
}

/// One dot in the shape that shaders/dots.frag gives the hue: disc, ring, square, cross.
void drawDot(const Patch& patch, const ImVec2& at, std::size_t hue, ImU32 ink)
{
    const float radius = 1.8F * patch.pixel;
    const ImVec2 low{at.x - radius, at.y - radius}, high{at.x + radius, at.y + radius};
    if (hue == 0)
        patch.draw->AddCircleFilled(at, radius, ink, 12);
    else if (hue == 1)
        patch.draw->AddCircle(at, radius, ink, 12, 1.2F * patch.pixel);
    else if (hue == 2)
        patch.draw->AddRectFilled(low, high, ink);
    else {
        const float half = 0.6F * patch.pixel;
        patch.draw->AddRectFilled({low.x, at.y - half}, {high.x, at.y + half}, ink);
        patch.draw->AddRectFilled({at.x - half, low.y}, {at.x + half, high.y}, ink);
    }
}

} // namespace

void zoneSwatch(const Theme& theme, std::size_t hue, Mark mark)
{
    const glm::vec3 colour = legendColour(hue);
    const ImU32 ink = ImGui::GetColorU32({colour.r, colour.g, colour.b, 1});
    const ImVec2 cursor = ImGui::GetCursorScreenPos();
    const ImVec2 size{theme.px(24), theme.px(14)};
    const float top = cursor.y + std::floor((ImGui::GetTextLineHeight() - size.y) / 2);
    const Patch patch{{cursor.x, top},
                      {cursor.x + size.x, top + size.y},
                      ImGui::GetWindowDrawList(),
                      theme.px(1)};
    if (mark == Mark::Solid) {
        patch.draw->AddRectFilled(patch.start, patch.end, ink, theme.px(3));
        if (hue > 0)
            drawLines(patch, hue);
    } else {
        patch.draw->AddRectFilled(patch.start, patch.end,
                                  ImGui::GetColorU32({colour.r, colour.g, colour.b, 0.10F}),
                                  theme.px(3));
        for (int column = 0; column < 4; ++column)
            for (int row = 0; row < 2; ++row)
                drawDot(patch,
                        {patch.start.x + theme.px(3.8F + 5.4F * static_cast<float>(column)),
                         patch.start.y + theme.px(4 + 6 * static_cast<float>(row))},
                        hue, ink);
    }
    ImGui::Dummy({size.x, ImGui::GetTextLineHeight()});
}

} // namespace knotmap::app::widgets
