#include "app/commands/command.h"
#include "app/commands/scene_refresh.h"
#include "engine/words/tr.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace knotmap::app {
namespace {

constexpr std::size_t kMaxFindings = 24;
constexpr std::size_t kLongestSearch = 200;

core::Outcome search(AppState& state, const Arguments& arguments)
{
    state.panels.search =
        arguments.empty() ? std::string() : arguments[0].substr(0, kLongestSearch);
    state.panels.tab = Tab::Knots;
    refreshList(state);
    return std::nullopt;
}

core::Outcome focusSearch(AppState& state, const Arguments&)
{
    state.requests.focusSearch = true;
    return std::nullopt;
}

core::Outcome group(AppState& state, const Arguments& arguments)
{
    if (arguments[0] != "muscle" && arguments[0] != "pain")
        return core::Error{
            trf("'{}' is not a grouping: use muscle or pain", arguments[0].substr(0, 40))};
    state.panels.grouping = arguments[0] == "pain" ? Grouping::Pain : Grouping::Muscle;
    refreshList(state);
    return std::nullopt;
}

core::Outcome openTab(AppState& state, const Arguments& arguments)
{
    if (arguments[0] != "knots" && arguments[0] != "pain")
        return core::Error{trf("'{}' is not a tab: use knots or pain", arguments[0].substr(0, 40))};
    state.panels.tab = arguments[0] == "pain" ? Tab::Pain : Tab::Knots;
    refreshScene(state);
    return std::nullopt;
}

int rowCount(const AppState& state)
{
    std::size_t rows = 0;
    for (const ListGroup& each : state.panels.list)
        rows += each.points.size();
    return static_cast<int>(rows);
}

core::Outcome moveInList(AppState& state, const Arguments& arguments)
{
    const auto steps = parseNumber(arguments[0], tr("number of rows"), -1000, 1000);
    if (!steps)
        return steps.error();
    const int rows = rowCount(state);
    if (rows > 0)
        state.panels.listCursor =
            std::clamp(state.panels.listCursor + static_cast<int>(*steps), 0, rows - 1);
    return std::nullopt;
}

/// The trigger point of the row chosen by keyboard, or of the first row.
core::Outcome chooseInList(AppState& state, const Arguments&)
{
    int row = std::max(0, state.panels.listCursor);
    for (const ListGroup& each : state.panels.list) {
        if (row < static_cast<int>(each.points.size())) {
            const std::size_t point = each.points[static_cast<std::size_t>(row)];
            const std::string& id = state.document.library->referral.points[point].id;
            return CommandTable().run(
                state, {"select-point", {core::instanceName(id, state.document.side)}});
        }
        row -= static_cast<int>(each.points.size());
    }
    return core::Error{tr("the list is empty: no knot matches the search")};
}

void painChanged(AppState& state)
{
    std::vector<referral::PainQuery> asked;
    for (const PainRegion& painRegion : state.document.pain)
        asked.push_back({painRegion.region, painRegion.side});
    state.document.findings.clear();
    if (!asked.empty())
        state.document.findings = referral::findPoints(
            state.document.library->referral, state.document.library->anatomy, asked, kMaxFindings);
    refreshScene(state);
}

core::Result<PainRegion> readPainRegion(const AppState& state, const std::string& name)
{
    const core::SidedId asked = core::parseSidedId(name);
    const anatomy::Region* region = state.document.library->anatomy.findRegion(asked.id);
    if (region == nullptr) {
        std::vector<std::string> known;
        for (const anatomy::Region& each : state.document.library->anatomy.regions)
            known.push_back(each.id);
        return unknownName(mark("region"), asked.id, known);
    }
    PainRegion painRegion{asked.id, asked.side};
    if (region->midline)
        painRegion.side.reset();
    return painRegion;
}

/// Adds a region that hurts, or removes it if it is there already.
core::Outcome toggleHurt(AppState& state, const Arguments& arguments)
{
    const auto painRegion = readPainRegion(state, arguments[0]);
    if (!painRegion)
        return painRegion.error();
    const auto found =
        std::find(state.document.pain.begin(), state.document.pain.end(), *painRegion);
    if (found != state.document.pain.end())
        state.document.pain.erase(found);
    else
        state.document.pain.push_back(*painRegion);
    state.panels.tab = Tab::Pain;
    painChanged(state);
    return std::nullopt;
}

core::Outcome clearHurt(AppState& state, const Arguments&)
{
    state.document.pain.clear();
    painChanged(state);
    return std::nullopt;
}

core::Outcome searchHurt(AppState& state, const Arguments& arguments)
{
    state.panels.painSearch =
        arguments.empty() ? std::string() : arguments[0].substr(0, kLongestSearch);
    return std::nullopt;
}

struct NamedDialog
{
    std::string_view name;
    Dialog dialog;
};

constexpr std::array<NamedDialog, 5> kDialogs{{{"shortcuts", Dialog::Shortcuts},
                                               {"about", Dialog::About},
                                               {"before-you-start", Dialog::BeforeYouStart},
                                               {"faults", Dialog::Faults},
                                               {"save-picture", Dialog::SavePicture}}};

core::Outcome openDialog(AppState& state, const Arguments& arguments)
{
    for (const NamedDialog& each : kDialogs)
        if (each.name == arguments[0]) {
            state.panels.dialog = each.dialog;
            return std::nullopt;
        }
    std::vector<std::string> known;
    for (const NamedDialog& each : kDialogs)
        known.emplace_back(each.name);
    return unknownName(mark("dialog"), arguments[0], known);
}

core::Outcome closeDialog(AppState& state, const Arguments&)
{
    state.panels.dialog = Dialog::None;
    return std::nullopt;
}

core::Outcome dismiss(AppState& state, const Arguments& arguments)
{
    if (arguments[0] == "note")
        state.panels.noteDismissed = true;
    else if (arguments[0] == "faults")
        state.panels.faultsDismissed = true;
    else if (arguments[0] == "message")
        state.panels.message.reset();
    else
        return core::Error{trf("'{}' cannot be dismissed: use note, faults or message",
                               arguments[0].substr(0, 40))};
    return std::nullopt;
}

core::Outcome setPanelWidth(AppState& state, const Arguments& arguments)
{
    const auto width = parseNumber(arguments[1], tr("width of a panel"), 220, 640);
    if (!width)
        return width.error();
    if (arguments[0] == "left")
        state.panels.leftWidth = *width;
    else if (arguments[0] == "right")
        state.panels.rightWidth = *width;
    else
        return core::Error{
            trf("'{}' is not a panel: use left or right", arguments[0].substr(0, 40))};
    return std::nullopt;
}

} // namespace

std::vector<Command> panelCommands()
{
    return {
        {"search", "[TEXT]", tr("Search the knots; without text, show all of them"), 0, 1, search},
        {"focus-search", "", tr("Type into the search box"), 0, 0, focusSearch},
        {"group-by", "muscle|pain", tr("Group the list by muscle or by where it hurts"), 1, 1,
         group},
        {"tab", "knots|pain", tr("Show the knots, or 'Where does it hurt?'"), 1, 1, openTab},
        {"list-move", "ROWS", tr("Go down (or up) in the list"), 1, 1, moveInList},
        {"list-choose", "", tr("Select the knot under the cursor in the list"), 0, 0, chooseInList},
        {"hurt", "REGION[.SIDE]", tr("Add a place that hurts, or remove it"), 1, 1, toggleHurt},
        {"hurt-clear", "", tr("Remove all painful places"), 0, 0, clearHurt},
        {"hurt-search", "[TEXT]", tr("Search the places that can hurt"), 0, 1, searchHurt},
        {"open", "DIALOG", tr("Open: shortcuts, about, before-you-start, faults, save-picture"), 1,
         1, openDialog},
        {"close", "", tr("Close whatever is on top"), 0, 0, closeDialog},
        {"dismiss", "note|faults|message", tr("Dismiss a notice"), 1, 1, dismiss},
        {"panel-width", "left|right PIXELS", tr("Set the width of a panel"), 2, 2, setPanelWidth},
    };
}

} // namespace knotmap::app
