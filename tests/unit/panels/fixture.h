#pragma once

#include "app/commands/scene_refresh.h"
#include "app/panels/panel.h"
#include "tests/support/imgui_frame.h"
#include "tests/unit/commands/fixture.h"

#include <cmath>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace knotmap::testing {

inline void addTexts(app::Library& library)
{
    referral::Point& upper = library.referral.points[0];
    upper.deepPain = "the ear";
    upper.symptoms = {"A stiff neck"};
    upper.broughtOnBy = {"A heavy bag"};
    upper.satellites = {"deep-one-1"};
    referral::Point local = upper;
    local.id = "upper-one-2";
    local.label = "M\xC3\xBCller's corner";
    local.local = true;
    local.strokes.clear();
    local.satellites.clear();
    library.referral.points.insert(library.referral.points.begin() + 1, local);
    referral::Source book;
    book.id = "book";
    book.authors = "Travell";
    book.title = "The manual";
    book.year = 1983;
    library.referral.sources = {book};
    for (care::Dose& dose : library.care.doses) {
        dose.discomfort = {5, 7};
        dose.sessionsPerWeek = {3, 5};
        dose.say = "End when it lets go.";
    }
    library.care.redFlags = {{"fever", "Fever with the pain", "See a doctor today"}};
    library.care.facts = {{"what-1", "what", "A knot is a tight band.", "", "book", true}};
}

inline void addCards(app::Library& library)
{
    care::Guide& care = library.care;
    care.tools[0].phrase = "the ball";
    care.tools[0].why = "It gives way a little.";
    care::Tool roller = care.tools[0];
    roller.id = "roller";
    roller.label = "Foam roller";
    roller.shape = "roller";
    care.tools.push_back(roller);
    care.positions[0].steps = {"Stand with your back to a wall.", "Put {tool} between you and it.",
                               "Bend your knees."};
    care.positions[0].pressure = "As hard as you lean.";
    care::Advice& pressed = care.advice[0];
    pressed.tools = {"tennis-ball", "roller"};
    pressed.stretch = "Bend your head to the other side.";
    pressed.cautions = {"Keep off the windpipe."};
    pressed.stop = {"Tingling in the hand"};
    pressed.notFor = {"A fresh whiplash"};
    care::Advice& left = care.advice[1];
    left.press = false;
    left.tools.clear();
    left.dose.clear();
    left.why = "It lies over the throat.";
    left.cautions = {"Do not press here."};
    left.stretch = "Look up.";
}

/// The small body (small_library.h) with more texts: upper-one-1 may be pressed and has a zone, a
/// caution area and a position in three steps; upper-one-2 is only locally tender and has no
/// advice; deep-one-1 must not be pressed.
inline std::shared_ptr<const app::Library> panelLibrary()
{
    const auto library = std::make_shared<app::Library>(*smallLibrary());
    addTexts(*library);
    addCards(*library);
    const auto atlas = std::make_shared<body::Atlas>(*library->atlas);
    atlas->landmarks = {{"over-knot", app::placePoints(*library).front().onSkin}};
    library->atlas = atlas;
    library->skin = std::make_shared<const geometry::Surface>(
        std::shared_ptr<const geometry::Mesh>(atlas, &atlas->skin.mesh));
    library->skeleton = std::make_shared<const body::Skeleton>(*atlas, library->anatomy.joints);
    library->coarseSkin = std::make_shared<const body::CoarseSkin>(*atlas);
    care::CautionArea area;
    area.id = "neck-side";
    area.label = "Side of the neck";
    area.reason = "The artery runs there.";
    area.instead = "Lift it between two fingers.";
    area.strokes = {{{{"over-knot", {}}}, 30}};
    library->care.cautionAreas = {area};
    library->cautions =
        std::make_shared<const app::CautionMap>(*atlas, *library->skin, library->care);
    return library;
}

/// Calls as written in a replay.
inline std::vector<std::string> written(const std::vector<app::CommandCall>& calls)
{
    std::vector<std::string> lines;
    for (const app::CommandCall& call : calls)
        lines.push_back(call.text());
    return lines;
}

inline ImRect rectOf(const app::Area& area)
{
    return {area.x, area.y, area.x + area.width, area.y + area.height};
}

using Lines = std::vector<std::string>;

/// The panels over a small library, drawn without a window. Clicks have no effect unless `follow`
/// is called.
struct PanelFixture : Fixture
{
    ImGuiFrame ui;
    std::vector<app::Shortcut> shortcuts = app::allShortcuts();
    void (*panel)(const app::PanelContext&) = app::drawPanels;
    app::Layout layout;

    PanelFixture()
    {
        state = app::makeState(panelLibrary(), {});
        state.animations.enabled = false;
        state.panels.noteDismissed = true;
        show();
    }

    /// One frame; returns what was requested in it.
    std::vector<app::CommandCall> frame()
    {
        app::CommandQueue queue;
        ui.frame([&] {
            layout = app::divideWindow(state, ui.theme(), ui.size().x, ui.size().y);
            panel({state, queue, ui.theme(), shortcuts, layout});
        });
        return queue.take();
    }
    /// The number of frames until windows that follow their content are stable.
    void show()
    {
        ui.leave();
        for (int i = 0; i < 3; ++i)
            frame();
    }

    std::vector<app::CommandCall> callsOfClick(const ImVec2& position)
    {
        std::vector<app::CommandCall> calls;
        const auto add = [&] {
            for (app::CommandCall& call : frame())
                calls.push_back(std::move(call));
        };
        ui.moveTo(position);
        add();
        ui.press();
        add();
        ui.release();
        add();
        return calls;
    }
    Lines clickAt(const ImVec2& position) { return written(callsOfClick(position)); }
    /// Clicks the centre of a visible text.
    Lines click(const std::string& text, int nth = 0)
    {
        const auto box = ui.find(text, nth);
        INFO(text << " is not shown");
        REQUIRE(box);
        return clickAt(box->GetCenter());
    }
    /// Runs what the click requests.
    void follow(const std::string& text, int nth = 0)
    {
        const auto box = ui.find(text, nth);
        INFO(text << " is not shown");
        REQUIRE(box);
        for (const app::CommandCall& call : callsOfClick(box->GetCenter()))
            ok(call.id, call.arguments);
        show();
    }
    bool shows(const std::string& text) const { return ui.shows(text); }
    /// Whether a text is shown before another one.
    bool before(const std::string& first, const std::string& second) const
    {
        const auto a = ui.find(first), b = ui.find(second);
        return a && b && a->Min.y < b->Min.y;
    }
    /// The words left of a text on its line, without spaces, in the same window.
    std::string lineBefore(const std::string& text) const
    {
        const auto box = ui.find(text);
        std::string line;
        for (const DrawnLetter& letter : ui.letters())
            if (box && letter.box.Max.x <= box->Min.x &&
                std::abs(letter.box.GetCenter().y - box->GetCenter().y) < 8)
                line += static_cast<char>(letter.code);
        return line;
    }
    /// Starts again with another library.
    void change(const std::function<void(app::Library&)>& by)
    {
        const auto library = std::make_shared<app::Library>(*state.document.library);
        by(*library);
        library->cautions =
            std::make_shared<const app::CautionMap>(*library->atlas, *library->skin, library->care);
        state = app::makeState(library, {});
        state.animations.enabled = false;
        state.panels.noteDismissed = true;
        show();
    }
    /// Selects a point and draws it.
    void select(const std::string& point)
    {
        ok("select-point", {point});
        show();
    }
    /// What is cut off at the side of its panel, as one reads it.
    std::string cutOff() const
    {
        std::string words;
        for (const DrawnLetter& letter : ui.letters())
            if (letter.isCutOff())
                ImGuiFrame::append(words, letter.code);
        return words;
    }
    /// Windows whose content is wider than they are.
    std::set<std::string> tooWide() const
    {
        std::set<std::string> names;
        for (const ImGuiWindow* window : ui.windows())
            if (window->ContentSize.x > window->WorkRect.GetWidth() + 1)
                names.insert(window->Name);
        return names;
    }
    /// Tall enough that no panel scrolls.
    void makeTall()
    {
        ui.resize(1280, 2400);
        show();
    }
};

} // namespace knotmap::testing
