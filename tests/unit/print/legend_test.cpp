#include "app/print/legend.h"

#include "tests/support/ink.h"

#include <catch2/catch.hpp>
#include <cmath>

using namespace knotmap;
using namespace knotmap::app;
using testing::countColour;
using testing::inkBands;
using testing::inkBox;
using testing::PixelBox;
using testing::wholeOf;

namespace {

constexpr std::size_t kHues = scene::kZoneHues.size();

std::array<int, 3> colourOf(std::size_t hue)
{
    const glm::vec3 colour = legendColour(hue);
    const auto byte = [](float value) { return static_cast<int>(std::lround(value * 255)); };
    return {byte(colour.r), byte(colour.g), byte(colour.b)};
}

LegendRow row(std::size_t hue, const std::string& text = "Upper trapezius 1, right",
              bool essential = true, bool spillover = true)
{
    LegendRow entry;
    entry.hue = hue;
    entry.text = text;
    entry.essential = essential;
    entry.spillover = spillover;
    return entry;
}

image::Image page(int width = 640, int height = 480)
{
    return image::filled(width, height, 120, 130, 140);
}

image::Image withLegend(const image::Image& ground, const std::vector<LegendRow>& rows)
{
    image::Image picture = ground;
    printLegend(picture, rows);
    return picture;
}

} // namespace

TEST_CASE("without zones there is no legend")
{
    CHECK(withLegend(page(), {}).pixels == page().pixels);
    image::Image none;
    printLegend(none, {row(0)});
    CHECK(none.empty());
}

TEST_CASE("the legend shows the hues of its rows and no other")
{
    for (std::size_t absent = 0; absent < kHues; ++absent) {
        std::vector<LegendRow> rows;
        for (std::size_t hue = 0; hue < kHues; ++hue)
            if (hue != absent)
                rows.push_back(row(hue));
        const image::Image picture = withLegend(page(1400, 1400), rows);
        for (std::size_t hue = 0; hue < kHues; ++hue) {
            INFO("hue " << hue << ", absent " << absent);
            CHECK((countColour(picture, colourOf(hue)) > 20) == (hue != absent));
        }
    }
}

TEST_CASE("a zone has a solid patch where it is essential, and marks where it spills over")
{
    for (std::size_t hue = 0; hue < kHues; ++hue) {
        INFO("hue " << hue);
        const auto count = [&](bool essential, bool spillover) {
            return countColour(
                withLegend(page(1400, 1400), {row(hue, "Name", essential, spillover)}),
                colourOf(hue));
        };
        CHECK(count(false, false) == 0);
        CHECK(count(true, false) > 100);
        CHECK(count(false, true) > 30);
        CHECK(count(true, true) == count(true, false) + count(false, true));
    }
}

TEST_CASE("the marks of the hues differ in shape as well as in colour")
{
    // Letters of 40 pixels: the first mark's centre, and a corner of its bounding square.
    std::vector<std::array<bool, 2>> forms;
    for (std::size_t hue = 0; hue < kHues; ++hue) {
        const image::Image picture = withLegend(page(2240, 2240), {row(hue, "", false, true)});
        const auto has = [&](double x, double y) {
            return testing::hasColour(picture, static_cast<int>(x), static_cast<int>(y),
                                      colourOf(hue));
        };
        const double letter = 40, x = 1.4 * letter + 1.25 * 2.2 * letter + 2.2 * letter / 8;
        const double y = 2240 - 1.4 * letter - 3.2 * letter + 0.3 * letter + letter / 4;
        const double radius = 0.16 * letter;
        forms.push_back({has(x, y), has(x + 0.85 * radius, y + 0.85 * radius)});
    }
    CHECK(forms[0] == std::array<bool, 2>{true, false});  // disc
    CHECK(forms[1] == std::array<bool, 2>{false, false}); // ring
    CHECK(forms[2] == std::array<bool, 2>{true, true});   // square
    CHECK(forms[3] == std::array<bool, 2>{true, false});  // cross
}

TEST_CASE("the legend is in the lower left corner, and its background holds all of its words")
{
    const std::vector<LegendRow> rows = {
        row(0, "Levator scapulae 1, right"),
        row(1, "M\xC3\xBCller's flexor digitorum superficialis 12, left"), row(2, "Psoas 1, left")};
    const image::Image ground = page(), picture = withLegend(ground, rows);
    const PixelBox paper = inkBox(picture, ground, wholeOf(ground));
    CHECK(paper.left > 2);
    CHECK(paper.left < 12);
    CHECK(paper.bottom < 478);
    CHECK(paper.bottom > 468);
    CHECK(paper.right < 500);
    // Words and patches on the background: much darker than it.
    PixelBox words{640, 480, 0, 0};
    for (int y = paper.top; y < paper.bottom; ++y)
        for (int x = 0; x < 640; ++x)
            if (picture.at(x, y)[0] < 100)
                words = {std::min(words.left, x), std::min(words.top, y),
                         std::max(words.right, x + 1), std::max(words.bottom, y + 1)};
    CHECK(words.left > paper.left + 2);
    CHECK(words.right < paper.right - 2);
    CHECK(words.top > paper.top);
    CHECK(words.bottom < paper.bottom);
}

TEST_CASE("the rows of the legend do not touch, and are in order from top to bottom")
{
    const std::vector<LegendRow> rows = {row(0), row(1), row(2), row(3)};
    const image::Image picture = withLegend(page(), rows);
    // On the background colour, which surrounds the last letter.
    const PixelBox paper = inkBox(picture, page(), wholeOf(page()));
    const std::uint8_t* blank = picture.at(paper.left + 1, paper.top + 1);
    const image::Image ground = image::filled(640, 480, blank[0], blank[1], blank[2]);
    const PixelBox inside{paper.left + 1, paper.top + 1, paper.right - 1, paper.bottom - 1};
    CHECK(inkBands(picture, ground, inside).size() == rows.size() + 1);
    std::vector<int> tops;
    for (const LegendRow& each : rows) {
        int top = 0;
        for (int y = 0; y < 480 && top == 0; ++y)
            for (int x = 0; x < 200; ++x)
                if (testing::hasColour(picture, x, y, colourOf(each.hue)))
                    top = y;
        tops.push_back(top);
    }
    CHECK(std::is_sorted(tops.begin(), tops.end()));
    CHECK(tops.front() < tops.back() - 30);
}

TEST_CASE("a picture too small for its legend has none rather than a part of it")
{
    CHECK(withLegend(page(120, 400), {row(0)}).pixels == page(120, 400).pixels);
    CHECK(withLegend(page(640, 60), {row(0), row(1), row(2)}).pixels == page(640, 60).pixels);
    CHECK(withLegend(page(640, 480), {row(0, std::string(200, 'm'))}).pixels == page().pixels);
    CHECK(withLegend(page(400, 60), {row(0)}).pixels != page(400, 60).pixels);
}
