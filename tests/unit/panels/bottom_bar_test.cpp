#include "tests/unit/panels/fixture.h"

using namespace knotmap;
using namespace knotmap::app;
using testing::Lines;
using testing::PanelFixture;

namespace {

struct BottomBar : PanelFixture
{
    BottomBar()
    {
        panel = drawBottomBar;
        show();
    }
    /// The centre of a button in the window.
    ImVec2 middleOf(const std::string& label) const
    {
        const auto box = ui.find(label);
        INFO(label);
        REQUIRE(box);
        return box->GetCenter();
    }
};

} // namespace

TEST_CASE_METHOD(BottomBar, "each layer's button peels down to that layer")
{
    const std::vector<std::pair<std::string, std::string>> layers = {
        {"Superficial", "superficial"},
        {"Intermediate", "intermediate"},
        {"Deep", "deep"},
        {"Bones", "bone"},
        {"Skin", "skin"}};
    for (const auto& [label, name] : layers) {
        CHECK(click(label) == Lines{"layer " + name});
        follow(label);
        CHECK(anatomy::layerName(state.view.layer) == name);
    }
}

TEST_CASE_METHOD(BottomBar, "the button of the layer that is shown is the dark one")
{
    for (const char* layer : {"deep", "superficial"}) {
        ok("layer", {layer});
        show();
        const auto pale = [&](const std::string& label) {
            return ui.lettersOf(label).front().colour ==
                   ImGui::ColorConvertFloat4ToU32(colour::kPaperLight);
        };
        CHECK(pale("Deep") == (std::string(layer) == "deep"));
        CHECK(pale("Superficial") == (std::string(layer) == "superficial"));
        CHECK_FALSE(pale("Bones"));
    }
}

TEST_CASE_METHOD(BottomBar, "each view's button looks from there")
{
    const std::vector<std::pair<std::string, std::string>> views = {
        {"Front", "front"}, {"Back", "back"},         {"Left", "left"},
        {"Right", "right"}, {"3/4", "three-quarter"}, {"Head", "head"}};
    for (const auto& [label, name] : views) {
        CHECK(click(label) == Lines{"view " + name});
        follow(label);
    }
}

TEST_CASE_METHOD(BottomBar, "below a layer's button the slider peels to all of that layer")
{
    const float y = middleOf("Bones").y + 24;
    const std::vector<std::pair<std::string, float>> stops = {
        {"Superficial", 1}, {"Intermediate", 2}, {"Deep", 3}};
    for (const auto& [label, peel] : stops) {
        const auto calls = callsOfClick({middleOf(label).x, y});
        INFO(label);
        REQUIRE(calls.size() == 1);
        CHECK(calls[0].id == "peel");
        CHECK(std::stof(calls[0].arguments[0]) == Approx(peel).margin(0.06));
    }
    const auto calls = callsOfClick({middleOf("Bones").x, y});
    REQUIRE(calls.size() == 1);
    CHECK(std::stof(calls[0].arguments[0]) == Approx(4).margin(0.03));
}

TEST_CASE_METHOD(BottomBar, "the slider of the skin gives its share in per cent")
{
    ok("skin-opacity", {"40"});
    show();
    const auto label = ui.find("Skin", 1);
    REQUIRE(label);
    const float first = label->Max.x + 12, last = layout.bottom.x + layout.bottom.width - 14;
    const auto at = [&](float share) {
        const auto calls = callsOfClick({first + share * (last - first), label->GetCenter().y});
        REQUIRE(calls.size() == 1);
        CHECK(calls[0].id == "skin-opacity");
        return std::stof(calls[0].arguments[0]);
    };
    CHECK(at(0.01F) == 0);
    CHECK(at(0.5F) == Approx(50).margin(3));
    CHECK(at(0.99F) == 100);
}

TEST_CASE_METHOD(BottomBar, "the sliders say what they do when one is over them")
{
    ui.moveTo({middleOf("Deep").x, middleOf("Deep").y + 24});
    frame();
    frame();
    CHECK(shows("Drag to peel the body: skin on the left, bones on the right"));
    const auto label = ui.find("Skin", 1);
    ui.moveTo({label->Max.x + 30, label->GetCenter().y});
    ok("skin-opacity", {"40"});
    frame();
    frame();
    CHECK(shows("Skin 40 %"));
}
