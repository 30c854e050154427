#include "app/panels/panel.h"

#include <algorithm>
#include <cmath>

namespace knotmap::app {
namespace {

constexpr float kMenuHeight = 38;
constexpr float kBottomHeight = 114;
/// Minimum fraction of the window's width for the view.
constexpr float kMinViewShare = 0.34F;

} // namespace

Layout divideWindow(const AppState& state, const Theme& theme, float width, float height)
{
    Layout layout;
    const float menu = std::min(theme.px(kMenuHeight), height);
    const float bottom = std::min(theme.px(kBottomHeight), height - menu);
    const float middle = std::max(0.0F, height - menu - bottom);
    float left = theme.px(state.panels.leftWidth), right = theme.px(state.panels.rightWidth);
    const float available = width * (1 - kMinViewShare);
    if (left + right > available) {
        const float shrink = available / (left + right);
        left *= shrink;
        right *= shrink;
    }
    left = std::floor(left);
    right = std::floor(right);
    layout.menu = {0, 0, width, menu};
    layout.left = {0, menu, left, middle + bottom};
    layout.right = {width - right, menu, right, middle + bottom};
    layout.view = {left, menu, std::max(0.0F, width - left - right), middle};
    const float steps = std::floor(stepStripHeight(state, theme, layout.view.width, middle));
    layout.view.height -= steps;
    layout.steps = {left, menu + middle - steps, layout.view.width, steps};
    layout.bottom = {left, menu + middle, layout.view.width, bottom};
    return layout;
}

void drawPanels(const PanelContext& context)
{
    drawLabels(context);
    drawCutHandle(context);
    drawWeightLabels(context);
    drawStepStrip(context);
    drawMenuBar(context);
    drawLeftPanel(context);
    drawRightPanel(context);
    drawBottomBar(context);
    drawLegend(context);
    drawPanelEdges(context);
    drawHover(context);
    drawNotices(context);
    drawDialogs(context);
}

} // namespace knotmap::app
