#include "engine/care/words.h"
#include "tests/unit/panels/fixture.h"

using namespace knotmap;
using namespace knotmap::app;
using testing::Lines;
using testing::PanelFixture;

namespace {

void openDialog(PanelFixture& fixture, const std::string& name)
{
    fixture.ok("open", {name});
    fixture.show();
}

} // namespace

TEST_CASE_METHOD(PanelFixture, "each dialog shows its title, and Close closes it")
{
    const std::vector<std::pair<std::string, std::string>> dialogs = {
        {"shortcuts", "Keys and mouse"},
        {"about", "About Knotmap"},
        {"before-you-start", "Before you start"},
        {"faults", "Faults in the data"},
        {"save-picture", "Save a picture"}};
    panel = drawDialogs;
    show();
    CHECK(ui.words().empty());
    for (const auto& [name, title] : dialogs) {
        INFO(name);
        openDialog(*this, name);
        for (const auto& [other, otherTitle] : dialogs)
            CHECK(shows(otherTitle) ==
                  (other == name ||
                   (name == "shortcuts" && other == "save-picture" && shows("Save a picture"))));
        CHECK(click("Close") == Lines{"close"});
        follow("Close");
        CHECK(ui.words().empty());
    }
}

TEST_CASE_METHOD(PanelFixture, "a click beside a dialog closes it and reaches no panel below")
{
    openDialog(*this, "about");
    const auto row = ui.find("Front edge");
    REQUIRE(row);
    CHECK(clickAt(row->GetCenter()) == Lines{"close"});
    CHECK(clickAt({640, 400}).empty());
}

TEST_CASE_METHOD(PanelFixture, "faults are listed with their file, line and message")
{
    panel = drawDialogs;
    openDialog(*this, "faults");
    CHECK(shows("The data contains no faults."));
    state.document.faults = {{"points.toml", 3, 7, "no muscle is called 'psoaz'"},
                             {"tools.toml", 12, 1, "a tool needs a shape"}};
    show();
    CHECK_FALSE(shows("The data contains no faults."));
    for (const core::Fault& fault : state.document.faults)
        CHECK(shows(fault.text()));
    CHECK(shows("Faulty entries were left out."));
}

TEST_CASE_METHOD(PanelFixture,
                 "a picture is saved under the knot's name in the size that is clicked")
{
    panel = drawDialogs;
    openDialog(*this, "save-picture");
    CHECK(click("Slide, 1920 x 1080") == Lines{"close", "save-picture knotmap.png 1920x1080"});
    select("upper-one-1.left");
    CHECK(click("Poster, 6000 x 8000") ==
          Lines{"close", "save-picture knotmap-upper-one-1.left.png 6000x8000"});
    CHECK(click("Turntable for a film") ==
          Lines{"close", "save-turntable knotmap-upper-one-1.left.png 72"});
}

TEST_CASE_METHOD(PanelFixture, "before one starts: the signs to leave it alone at, then the facts")
{
    panel = drawDialogs;
    openDialog(*this, "before-you-start");
    CHECK(before("Fever with the pain", "See a doctor today"));
    CHECK(before("See a doctor today", "What a trigger point is"));
    CHECK(before("What a trigger point is", "A knot is a tight band."));
    CHECK(before("A knot is a tight band.", "Travell (1983). The manual."));
}

TEST_CASE_METHOD(PanelFixture, "a topic's source is named once, and its dagger explained")
{
    panel = drawDialogs;
    const auto showFacts = [&](const std::vector<care::Fact>& facts) {
        change([&](Library& library) { library.care.facts = facts; });
        openDialog(*this, "before-you-start");
    };
    const care::Fact first{"one", "what", "It is tight.", "", "book", true};
    const care::Fact second{"two", "what", "It is tender.", "", "book", false};
    const care::Fact unnamed{"three", "strange-topic", "It is odd.", "", "", false};
    showFacts({first, second});
    CHECK(before("It is tight.", "It is tender."));
    CHECK(ui.count("Travell (1983). The manual.") == 1);
    CHECK(shows(care::kDaggerMeaning));
    showFacts({second, unnamed});
    CHECK(before("Strange topic", "It is odd."));
    CHECK_FALSE(shows(care::kDaggerMeaning));
    showFacts({});
    CHECK(shows("No facts could be read from the data."));
}

TEST_CASE_METHOD(PanelFixture, "a message is shown until it is closed, and faults below it")
{
    panel = drawNotices;
    show();
    CHECK(ui.words().empty());
    state.panels.message = Message{"The picture was saved.", false};
    state.document.faults = {{"points.toml", 3, 7, "wrong"}};
    show();
    CHECK(before("The picture was saved.", "1 fault in the data: what it affects was left out."));
    CHECK(click("Close", 0) == Lines{"dismiss message"});
    CHECK(click("Show them") == Lines{"open faults"});
    CHECK(click("Close", 1) == Lines{"dismiss faults"});
    follow("Close", 0);
    CHECK_FALSE(shows("The picture was saved."));
    state.document.faults.push_back({"tools.toml", 1, 1, "wrong"});
    show();
    CHECK(shows("2 faults in the data: what they affect was left out."));
    follow("Close");
    CHECK(ui.words().empty());
}

TEST_CASE_METHOD(PanelFixture, "an error is on red ground, other messages on paper")
{
    panel = drawNotices;
    const ImRect whole(0, 0, 1280, 800);
    for (const bool isError : {false, true}) {
        state.panels.message = Message{"Something happened.", isError};
        show();
        CHECK(ui.hasColour(colour::kPainPale, whole) == isError);
    }
}

TEST_CASE_METHOD(PanelFixture, "a long message stays inside the view and clear of its button")
{
    panel = drawNotices;
    std::string words;
    for (int i = 0; i < 40; ++i)
        words += "a long story ";
    state.panels.message = Message{words, true};
    show();
    const auto text = ui.find(words), close = ui.find("Close");
    REQUIRE(text);
    REQUIRE(close);
    CHECK(text->Min.x > layout.view.x);
    CHECK(text->Max.x < close->Min.x);
    CHECK(close->Max.x < layout.view.x + layout.view.width);
}
