#include "app/model/legend.h"
#include "app/panels/widgets.h"
#include "tests/unit/panels/fixture.h"

using namespace knotmap;
using namespace knotmap::app;
using testing::Lines;
using testing::PanelFixture;
using testing::rectOf;

namespace {

ImVec4 hueColour(std::size_t hue)
{
    const glm::vec3 colour = legendColour(hue);
    return {colour.r, colour.g, colour.b, 1};
}

bool touch(const std::optional<ImRect>& a, const std::optional<ImRect>& b)
{
    return a && b && a->Overlaps(*b);
}

/// Two visible muscles of the body.
void seeMuscles(PanelFixture& fixture)
{
    const body::Atlas& atlas = fixture.state.atlas();
    for (scene::Appearance& appearance : fixture.state.scene.appearances)
        appearance.opacity = 1;
    fixture.state.window.visibleInstances = {
        {*atlas.findInstance("upper-one", core::Side::Right), 0.02F, {-60, 60, 60}},
        {*atlas.findInstance("deep-one", core::Side::Left), 0.02F, {60, -60, 60}}};
}

} // namespace

TEST_CASE_METHOD(PanelFixture,
                 "without a zone there is no legend, with one it tells solid from marks")
{
    panel = drawLegend;
    show();
    CHECK(ui.words().empty());
    select("upper-one-1");
    CHECK(before("felt by nearly everyone", "felt by some"));
    CHECK_FALSE(shows("Upper one"));
    CHECK(shows("take care here")); // the area around this trigger point
    select("deep-one-1");
    CHECK_FALSE(shows("take care here"));
}

TEST_CASE_METHOD(PanelFixture, "the legend lists exactly the zones that are shown, each in its hue")
{
    panel = drawLegend;
    const ImRect whole(0, 0, 1280, 800);
    const auto shown = [&] {
        std::vector<bool> hues;
        for (std::size_t hue = 0; hue <= scene::kMaxKeptZones; ++hue)
            hues.push_back(ui.hasColour(hueColour(hue), whole));
        return hues;
    };
    ok("keep-zone", {"upper-one-1.left"});
    show();
    CHECK(shows("Upper one 1, left"));
    CHECK(shown() == std::vector<bool>{false, true, false, false});
    ok("keep-zone", {"deep-one-1.left"});
    select("upper-one-1.right");
    CHECK(before("Upper one 1, right", "Upper one 1, left"));
    CHECK(before("Upper one 1, left", "Deep one 1, left"));
    CHECK(shown() == std::vector<bool>{true, true, true, false});
    ok("keep-zone", {"upper-one-1.left"});
    show();
    CHECK(shown() == std::vector<bool>{true, false, true, false});
    CHECK_FALSE(shows("Upper one 1, left"));
}

TEST_CASE_METHOD(PanelFixture, "a zone's name in the legend selects its knot, its cross lets it go")
{
    panel = drawLegend;
    ok("keep-zone", {"upper-one-1.left"});
    select("deep-one-1.right");
    CHECK(click("Upper one 1, left") == Lines{"select-point upper-one-1.left stay"});
    CHECK(click("\xC3\x97") == Lines{"keep-zone upper-one-1.left"});
    CHECK(click("Deep one 1, right").empty()); // it is the selected one
    CHECK(ui.count("\xC3\x97") == 1);
}

TEST_CASE_METHOD(PanelFixture, "the legend lies in the view's lower left corner, if there is room")
{
    panel = drawLegend;
    ok("keep-zone", {"upper-one-1.left"});
    select("deep-one-1.right");
    const ImGuiWindow* legend = ui.windows().back();
    CHECK(legend->Pos.x == layout.view.x + 12);
    CHECK(legend->Pos.y + legend->Size.y ==
          Approx(layout.view.y + layout.view.height - 12).margin(1));
    CHECK(rectOf(layout.view).Contains(legend->Rect()));
    ui.resize(500, 800);
    show();
    CHECK(ui.words().empty());
}

TEST_CASE("each hue's marks have a shape of their own in the window too")
{
    testing::ImGuiFrame ui;
    std::vector<int> vertices;
    for (std::size_t hue = 0; hue <= scene::kMaxKeptZones; ++hue) {
        for (int i = 0; i < 3; ++i)
            ui.frame([&] {
                ImGui::Begin("swatches");
                widgets::zoneSwatch(ui.theme(), hue, widgets::Mark::Dots);
                ImGui::End();
            });
        CHECK(ui.hasColour(hueColour(hue), ImRect(0, 0, 1280, 800)));
        vertices.push_back(ImGui::GetDrawData()->TotalVtxCount);
    }
    std::sort(vertices.begin(), vertices.end());
    CHECK(std::adjacent_find(vertices.begin(), vertices.end()) == vertices.end());
}

TEST_CASE_METHOD(PanelFixture, "under the pointer a knot, a muscle and a region are named")
{
    panel = drawHover;
    ui.moveTo({600, 300});
    frame();
    CHECK(ui.words().empty());
    state.window.hover = {Selection::What::Point,
                          *findPlacedPoint(state, "upper-one-1", core::Side::Left)};
    frame();
    frame();
    CHECK(shows("Upper one, knot 1 (left) Front edge"));
    state.window.hover = {Selection::What::Structure,
                          *state.atlas().findInstance("deep-one", core::Side::Right)};
    frame();
    CHECK(shows("Deep one (right)"));
    state.window.hoverRegion = PainRegion{"temple", core::Side::Right};
    frame();
    CHECK_FALSE(shows("Temple, right")); // only where pain is asked for
    state.panels.tab = Tab::Pain;
    frame();
    CHECK(shows("Temple, right"));
    CHECK_FALSE(shows("Deep one"));
}

TEST_CASE_METHOD(PanelFixture, "what is told of the pointer's place stays inside the view")
{
    panel = drawHover;
    state.window.hover = {Selection::What::Point,
                          *findPlacedPoint(state, "upper-one-1", core::Side::Left)};
    for (const float x : {layout.view.x + 5, layout.view.x + layout.view.width - 5}) {
        ui.moveTo({x, 300});
        frame();
        frame();
        const auto words = ui.find("Upper one, knot 1 (left)");
        REQUIRE(words);
        CHECK(words->Min.x > layout.view.x);
        CHECK(words->Max.x < layout.view.x + layout.view.width);
    }
}

TEST_CASE_METHOD(PanelFixture,
                 "muscles are named beside the picture in the language that is chosen")
{
    panel = drawLabels;
    ok("view", {"front"});
    seeMuscles(*this);
    show();
    CHECK(ui.words().empty());
    ok("labels", {"english"});
    seeMuscles(*this);
    show();
    const auto left = ui.find("Upper one"), right = ui.find("Deep one");
    REQUIRE(left);
    REQUIRE(right);
    CHECK(left->Min.x == Approx(layout.view.x + 12).margin(2));
    CHECK(right->Max.x == Approx(layout.view.x + layout.view.width - 12).margin(2));
    CHECK_FALSE(touch(left, right));
    ok("labels", {"latin"});
    seeMuscles(*this);
    show();
    CHECK(shows("Musculus superior"));
    CHECK_FALSE(shows("Upper one"));
}

TEST_CASE_METHOD(PanelFixture, "names leave the small picture of the whole body free")
{
    ok("view", {"front"});
    ok("labels", {"english"});
    seeMuscles(*this);
    show();
    const auto left = ui.find("Upper one");
    REQUIRE(left);
    for (const bool covers : {true, false}) {
        CommandQueue queue;
        ui.frame([&] {
            layout.inset = {left->Min.x + (covers ? 0 : 300), left->Min.y - 20, 60, 60};
            drawLabels({state, queue, ui.theme(), shortcuts, layout});
        });
        CHECK(shows("Upper one") == !covers);
        CHECK(shows("Deep one"));
    }
}

TEST_CASE_METHOD(PanelFixture, "the cut's handle tells where it cuts, inside the picture")
{
    panel = drawCutHandle;
    state.window.viewSize = {static_cast<int>(layout.view.width),
                             static_cast<int>(layout.view.height)};
    show();
    CHECK(ui.words().empty());
    ok("cut", {"transverse"});
    for (const char* view : {"front", "left", "back"}) {
        ok("view", {view});
        show();
        const std::string words =
            std::to_string(std::lround(scene::positionAlong(*state.view.cut))) + " mm";
        const auto box = ui.find(words);
        INFO(view << " " << words);
        REQUIRE(box);
        CHECK(rectOf(layout.view).Contains(*box));
    }
}

TEST_CASE_METHOD(PanelFixture,
                 "what each contact carries stands beside it, clear of body and others")
{
    panel = drawWeightLabels;
    auto weight = std::make_shared<posture::WeightSplit>();
    const scene::Camera& camera = state.scene.camera;
    scene::WeightMarks marks;
    for (const float share : {61.4F, 38.6F}) {
        posture::Contact contact;
        contact.percent = share;
        weight->contacts.push_back(contact);
        marks.pads.push_back({camera.target, {0, 1, 0}, 40});
    }
    weight->contacts.emplace_back(); // against a wall: not reported
    marks.pads.push_back({camera.target, {0, 0, 1}, 40});
    state.position.weight = weight;
    show();
    CHECK(ui.words().empty());
    state.scene.weight = marks;
    show();
    const auto first = ui.find("61 %"), second = ui.find("39 %");
    REQUIRE(first);
    REQUIRE(second);
    CHECK_FALSE(touch(first, second));
    CHECK(ui.count("%") == 2);
    // A label avoids the body.
    auto covered = std::make_shared<posture::WeightSplit>(*weight);
    for (float dx = -400; dx <= 400; dx += 4)
        for (float dy = -400; dy <= 400; dy += 4)
            covered->skin.push_back(camera.target + glm::vec3(dx, dy, 0));
    state.position.weight = covered;
    show();
    CHECK(ui.words().empty());
    state.position.weight = weight;
    state.scene.weight->strength = 0.5F; // on its way into the position
    show();
    CHECK(ui.words().empty());
}
