#pragma once

#include "app/commands/search.h"

#include <optional>
#include <string>
#include <vector>

namespace knotmap::app {

/// What the left panel shows.
enum class Tab
{
    Knots, ///< the list of knots
    Pain   ///< "Where does it hurt?"
};

/// A window that lies over everything else; one at a time.
enum class Dialog
{
    None,
    Shortcuts,
    About,
    BeforeYouStart,
    Faults,
    SavePicture
};

/// A line for the user about what just happened.
struct Message
{
    std::string text;
    bool isError = false;
};

/// What the panels show besides the document and the view.
struct PanelState
{
    SearchIndex searchIndex;
    Tab tab = Tab::Knots;
    std::string search;
    Grouping grouping = Grouping::Muscle;
    std::vector<ListGroup> list; ///< what the search left
    int listCursor = -1;         ///< row of the list chosen by keyboard; -1 none
    std::string painSearch;

    Dialog dialog = Dialog::None;
    bool noteDismissed = false; ///< "Before you start"
    bool faultsDismissed = false;
    std::optional<Message> message;
    float leftWidth = 304, rightWidth = 372; ///< in unscaled pixels
};

} // namespace knotmap::app
