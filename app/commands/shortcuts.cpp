#include "app/commands/shortcuts.h"

#include "engine/words/tr.h"

namespace knotmap::app {
namespace {

/// What is printed on keys, for translators; `shownKeys` looks it up.
[[maybe_unused]] constexpr const char* kKeyNames[] = {mark("Ctrl"), mark("Shift"), mark("Alt"),
                                                      mark("Esc"),  mark("Left"),  mark("Right"),
                                                      mark("Up"),   mark("Down")};

} // namespace

std::vector<Shortcut> allShortcuts()
{
    return {
        {"Ctrl+F", {"focus-search", {}}, tr("Search the knots")},
        {"Esc", {"clear", {}}, tr("Close whatever is on top, or clear the selection")},
        {"B", {"best-view", {}}, tr("Best view of the selected knot")},
        {"F", {"focus", {}}, tr("Look at the selection")},
        {"P", {"position", {"toggle"}}, tr("Put the body into the position, or stand it up")},
        {"T", {"next-step", {}}, tr("Next step of the position")},
        {"Shift+T", {"previous-step", {}}, tr("Previous step of the position")},
        {"S", {"side", {"toggle"}}, tr("Switch between right and left")},
        {"K", {"knots", {"toggle"}}, tr("Show or hide the knots")},
        {"N", {"labels", {"toggle"}}, tr("Show or hide the names")},
        {"A",
         {"tool", {"toggle"}},
         tr("Show or hide tool and arrow, so that the whole zone can be seen")},
        {"Z", {"keep-zone", {}}, tr("Keep this zone in sight beside others, or remove it")},
        {"Shift+Z", {"drop-zones", {}}, tr("Remove all kept zones")},
        {"W", {"pulse", {}}, tr("Show the path from the knot to its zone")},
        {"C", {"cautions", {"toggle"}}, tr("Show or hide the areas where care is needed")},
        {"H", {"hide", {}}, tr("Hide the selection")},
        {"G", {"ghost", {}}, tr("Make the selection transparent, or solid again")},
        {"I", {"isolate", {}}, tr("Show the selection alone, over transparent bones")},
        {"U", {"show-all", {}}, tr("Show everything that was hidden")},
        {"L", {"layer-deeper", {}}, tr("Peel one layer away")},
        {"Shift+L", {"layer-shallower", {}}, tr("Put one layer back")},
        {"X",
         {"cut", {"next"}},
         tr("Cut the body open: transverse, sagittal, frontal, then closed again")},
        {"Shift+X", {"flip-cut", {}}, tr("Remove the other half")},
        {"Shift+Up", {"move-cut", {"5"}}, tr("Move the cut by 5 mm: up, to the left or forwards")},
        {"Shift+Down", {"move-cut", {"-5"}}, tr("Move it back: down, to the right or backwards")},
        {"1", {"view", {"front"}}, tr("From the front")},
        {"2", {"view", {"back"}}, tr("From the back")},
        {"3", {"view", {"left"}}, tr("From the left")},
        {"4", {"view", {"right"}}, tr("From the right")},
        {"5", {"view", {"three-quarter"}}, tr("Three-quarter view")},
        {"6", {"view", {"head"}}, tr("Head")},
        {"7", {"view", {"hand"}}, tr("Hand")},
        {"8", {"view", {"foot"}}, tr("Foot")},
        {"9", {"view", {"shoulder"}}, tr("Shoulder")},
        {"0", {"view", {"neck"}}, tr("Back of the neck")},
        {"Left", {"orbit", {"-10", "0"}}, tr("Turn left")},
        {"Right", {"orbit", {"10", "0"}}, tr("Turn right")},
        {"Up", {"orbit", {"0", "7"}}, tr("Turn up")},
        {"Down", {"orbit", {"0", "-7"}}, tr("Turn down")},
        {"+", {"zoom", {"1.2"}}, tr("Zoom in")},
        {"-", {"zoom", {"0.8333"}}, tr("Zoom out")},
        {"Ctrl+Z", {"undo", {}}, tr("Undo")},
        {"Ctrl+Y", {"redo", {}}, tr("Redo")},
        {"Ctrl+Shift+Z", {"redo", {}}, tr("Redo")},
        {"Ctrl+S", {"open", {"save-picture"}}, tr("Save a picture")},
        {"F11", {"full-screen", {}}, tr("Full screen")},
        {"F1", {"open", {"shortcuts"}}, tr("Show this list")},
        {"Ctrl+Q", {"quit", {}}, tr("Quit Knotmap")},
    };
}

std::string shownKeys(std::string_view keys)
{
    const std::size_t plus = keys.find('+');
    if (plus != std::string_view::npos && plus > 0)
        return tr(keys.substr(0, plus)) + "+" + shownKeys(keys.substr(plus + 1));
    return tr(keys);
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
