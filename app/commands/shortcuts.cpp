#include "app/commands/shortcuts.h"

namespace knotmap::app {

std::vector<Shortcut> allShortcuts()
{
    return {
        {"Ctrl+F", {"focus-search", {}}, "Search the knots"},
        {"Esc", {"clear", {}}, "Close what lies on top, or select nothing"},
        {"B", {"best-view", {}}, "Best view of the selected knot"},
        {"F", {"focus", {}}, "Look at what is selected"},
        {"P", {"position", {"toggle"}}, "Show what the position leans on"},
        {"T", {"next-step", {}}, "The position's next step"},
        {"Shift+T", {"previous-step", {}}, "The position's step before"},
        {"S", {"side", {"toggle"}}, "Change between right and left"},
        {"K", {"knots", {"toggle"}}, "Mark the knots, or not"},
        {"N", {"labels", {"toggle"}}, "Name what is seen, or not"},
        {"A", {"tool", {"toggle"}}, "Show tool and arrow, or not, so that all of the zone is seen"},
        {"Z", {"keep-zone", {}}, "Keep the zone in sight beside others, or let it go"},
        {"Shift+Z", {"drop-zones", {}}, "Let all kept zones go"},
        {"W", {"pulse", {}}, "Show the way from the knot to its zone"},
        {"C", {"cautions", {"toggle"}}, "Show the areas to take care of, or not"},
        {"H", {"hide", {}}, "Hide what is selected"},
        {"G", {"ghost", {}}, "Make what is selected a ghost, or whole again"},
        {"I", {"isolate", {}}, "Show what is selected alone, over a ghost of the bones"},
        {"U", {"show-all", {}}, "Show again all that was hidden"},
        {"L", {"layer-deeper", {}}, "Peel one layer away"},
        {"Shift+L", {"layer-shallower", {}}, "Put one layer back"},
        {"X", {"cut", {"next"}}, "Cut the body open: transverse, sagittal, frontal, closed again"},
        {"Shift+X", {"flip-cut", {}}, "Take the other half away"},
        {"Shift+Up", {"move-cut", {"5"}}, "Move the cut by 5 mm: up, to the left, to the front"},
        {"Shift+Down", {"move-cut", {"-5"}}, "Move it back: down, to the right, to the back"},
        {"1", {"view", {"front"}}, "From the front"},
        {"2", {"view", {"back"}}, "From the back"},
        {"3", {"view", {"left"}}, "From the left"},
        {"4", {"view", {"right"}}, "From the right"},
        {"5", {"view", {"three-quarter"}}, "From three quarters"},
        {"6", {"view", {"head"}}, "Head"},
        {"7", {"view", {"hand"}}, "Hand"},
        {"8", {"view", {"foot"}}, "Foot"},
        {"9", {"view", {"shoulder"}}, "Shoulder"},
        {"0", {"view", {"neck"}}, "Back of the neck"},
        {"Left", {"orbit", {"-10", "0"}}, "Turn left"},
        {"Right", {"orbit", {"10", "0"}}, "Turn right"},
        {"Up", {"orbit", {"0", "7"}}, "Turn up"},
        {"Down", {"orbit", {"0", "-7"}}, "Turn down"},
        {"+", {"zoom", {"1.2"}}, "Come closer"},
        {"-", {"zoom", {"0.8333"}}, "Go away"},
        {"Ctrl+Z", {"undo-view", {}}, "Back to the view before"},
        {"Ctrl+S", {"open", {"save-picture"}}, "Save a picture"},
        {"F11", {"full-screen", {}}, "Fill the screen"},
        {"F1", {"open", {"shortcuts"}}, "This list"},
        {"Ctrl+Q", {"quit", {}}, "Leave Knotmap"},
    };
}

std::string keysOf(const std::vector<Shortcut>& shortcuts, const CommandCall& call)
{
    for (const Shortcut& shortcut : shortcuts)
        if (shortcut.call.id == call.id && shortcut.call.arguments == call.arguments)
            return shortcut.keys;
    return {};
}

const CommandCall* callOf(const std::vector<Shortcut>& shortcuts, std::string_view keys)
{
    for (const Shortcut& shortcut : shortcuts)
        if (shortcut.keys == keys)
            return &shortcut.call;
    return nullptr;
}

} // namespace knotmap::app
