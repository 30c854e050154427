#include "app/commands/shortcuts.h"

namespace knotmap::app {

std::vector<Shortcut> allShortcuts()
{
    return {
        {"Ctrl+F", {"focus-search", {}}, "Search the knots"},
        {"Esc", {"clear", {}}, "Close whatever is on top, or clear the selection"},
        {"B", {"best-view", {}}, "Best view of the selected knot"},
        {"F", {"focus", {}}, "Look at the selection"},
        {"P", {"position", {"toggle"}}, "Put the body into the position, or stand it up"},
        {"T", {"next-step", {}}, "Next step of the position"},
        {"Shift+T", {"previous-step", {}}, "Previous step of the position"},
        {"S", {"side", {"toggle"}}, "Switch between right and left"},
        {"K", {"knots", {"toggle"}}, "Show or hide the knots"},
        {"N", {"labels", {"toggle"}}, "Show or hide the names"},
        {"A",
         {"tool", {"toggle"}},
         "Show or hide tool and arrow, so that the whole zone can be seen"},
        {"Z", {"keep-zone", {}}, "Keep this zone in sight beside others, or remove it"},
        {"Shift+Z", {"drop-zones", {}}, "Remove all kept zones"},
        {"W", {"pulse", {}}, "Show the path from the knot to its zone"},
        {"C", {"cautions", {"toggle"}}, "Show or hide the areas where care is needed"},
        {"H", {"hide", {}}, "Hide the selection"},
        {"G", {"ghost", {}}, "Make the selection transparent, or solid again"},
        {"I", {"isolate", {}}, "Show the selection alone, over transparent bones"},
        {"U", {"show-all", {}}, "Show everything that was hidden"},
        {"L", {"layer-deeper", {}}, "Peel one layer away"},
        {"Shift+L", {"layer-shallower", {}}, "Put one layer back"},
        {"X",
         {"cut", {"next"}},
         "Cut the body open: transverse, sagittal, frontal, then closed again"},
        {"Shift+X", {"flip-cut", {}}, "Remove the other half"},
        {"Shift+Up", {"move-cut", {"5"}}, "Move the cut by 5 mm: up, to the left or forwards"},
        {"Shift+Down", {"move-cut", {"-5"}}, "Move it back: down, to the right or backwards"},
        {"1", {"view", {"front"}}, "From the front"},
        {"2", {"view", {"back"}}, "From the back"},
        {"3", {"view", {"left"}}, "From the left"},
        {"4", {"view", {"right"}}, "From the right"},
        {"5", {"view", {"three-quarter"}}, "Three-quarter view"},
        {"6", {"view", {"head"}}, "Head"},
        {"7", {"view", {"hand"}}, "Hand"},
        {"8", {"view", {"foot"}}, "Foot"},
        {"9", {"view", {"shoulder"}}, "Shoulder"},
        {"0", {"view", {"neck"}}, "Back of the neck"},
        {"Left", {"orbit", {"-10", "0"}}, "Turn left"},
        {"Right", {"orbit", {"10", "0"}}, "Turn right"},
        {"Up", {"orbit", {"0", "7"}}, "Turn up"},
        {"Down", {"orbit", {"0", "-7"}}, "Turn down"},
        {"+", {"zoom", {"1.2"}}, "Zoom in"},
        {"-", {"zoom", {"0.8333"}}, "Zoom out"},
        {"Ctrl+Z", {"undo", {}}, "Undo"},
        {"Ctrl+Y", {"redo", {}}, "Redo"},
        {"Ctrl+Shift+Z", {"redo", {}}, "Redo"},
        {"Ctrl+S", {"open", {"save-picture"}}, "Save a picture"},
        {"F11", {"full-screen", {}}, "Full screen"},
        {"F1", {"open", {"shortcuts"}}, "Show this list"},
        {"Ctrl+Q", {"quit", {}}, "Quit Knotmap"},
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
