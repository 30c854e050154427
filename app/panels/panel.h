#pragma once

#include "app/commands/command.h"
#include "app/commands/shortcuts.h"
#include "app/commands/state.h"
#include "app/panels/theme.h"

namespace knotmap::app {

/// A rectangle of the window, in pixels from its top left.
struct Area
{
    float x = 0, y = 0, width = 0, height = 0;

    ImVec2 corner() const { return {x, y}; }
    ImVec2 size() const { return {width, height}; }
    bool contains(const ImVec2& position) const
    {
        return position.x >= x && position.y >= y && position.x < x + width &&
               position.y < y + height;
    }
};

/// The layout of the window.
struct Layout
{
    Area menu, left, view, right, bottom;
    Area steps; ///< below the view; empty if no steps are shown
    Area inset; ///< in the view; empty if there is none
};

/// The input of every panel: it reads the state and issues commands.
struct PanelContext
{
    const AppState& state;
    CommandQueue& commands;
    const Theme& theme;
    const std::vector<Shortcut>& shortcuts;
    Layout layout;
};

/// Divides a window of that size (pixels); the view gets what the panels leave.
Layout divideWindow(const AppState& state, const Theme& theme, float width, float height);

// The panels, each in its own file.
void drawMenuBar(const PanelContext& context);
void drawBodyMenu(const PanelContext& context);
void drawLeftPanel(const PanelContext& context);
void drawKnotList(const PanelContext& context);
void drawPainFinder(const PanelContext& context);
void drawRightPanel(const PanelContext& context);
void drawPointCard(const PanelContext& context, const PlacedPoint& placed);
void drawPracticeCard(const PanelContext& context, const PlacedPoint& placed);
void drawStructureCard(const PanelContext& context, std::uint32_t instance);
void drawLegend(const PanelContext& context);
void drawBottomBar(const PanelContext& context);
/// Height of the strip with the position's steps below a view of that size; 0: there is none.
float stepStripHeight(const AppState& state, const Theme& theme, float width, float height);
void drawStepStrip(const PanelContext& context);
/// The load on each contact, beside its mark.
void drawWeightLabels(const PanelContext& context);
void drawLabels(const PanelContext& context);
void drawCutHandle(const PanelContext& context);
void drawHover(const PanelContext& context);
void drawNotices(const PanelContext& context);
void drawPanelEdges(const PanelContext& context);
void drawDialogs(const PanelContext& context);
void drawFacts(const PanelContext& context);

/// All of them, in order.
void drawPanels(const PanelContext& context);

} // namespace knotmap::app
