#pragma once

#include "app/commands/animations.h"
#include "app/commands/document.h"
#include "app/commands/history.h"
#include "app/commands/panel_state.h"
#include "app/commands/position_state.h"
#include "app/commands/requests.h"
#include "app/commands/view.h"
#include "app/commands/window_state.h"
#include "app/model/scene_part_cache.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace knotmap::app {

/// Everything the panels show and the commands change, by concern.
struct AppState
{
    Document document;
    View view;
    PositionState position; ///< of the selected point
    Animations animations;
    PanelState panels;
    WindowState window; ///< written by the shell alone
    Requests requests;
    Trace trace;
    History history;

    scene::Scene scene; ///< made from all this; its camera is the view's
    ScenePartCache sceneParts;
    /// Goes up whenever the picture changes by something other than the camera.
    std::uint64_t pictureRevision = 0;

    const body::Atlas& atlas() const { return *document.library->atlas; }
    const PlacedPoint* selectedPoint() const;
    /// The selected structure, by its instance.
    std::optional<std::uint32_t> selectedInstance() const;
};

/// The placed point with that id on that side.
std::optional<std::uint32_t> findPlacedPoint(const AppState& state, std::string_view id,
                                             core::Side side);

/// The position that the body is in or moving to; null: none.
const care::Position* shownPosition(const AppState& state);

/// Its steps, carried out with the tool shown; none without a position.
std::vector<std::string> shownSteps(const AppState& state);

/// Shows the user a line about what just happened.
void notify(AppState& state, std::string text);
void notifyError(AppState& state, std::string text);

} // namespace knotmap::app
