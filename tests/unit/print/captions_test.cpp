#include "app/print/captions.h"

#include "app/print/annotate.h"
#include "tests/support/ink.h"

#include <catch2/catch.hpp>
#include <sstream>

using namespace knotmap;
using namespace knotmap::app;
using testing::inkBands;
using testing::inkBox;
using testing::PixelBox;

namespace {

const std::vector<std::string> kSteps = {
    "Stand with your back to a wall and put the ball between the wall and your shoulder blade.",
    "Lean on it slowly until it is sore, not sharp; breathe out.",
    "Le\xC3\xB6n, fa\xC3\xA7"
    "ade: hold still for thirty seconds, then roll on by a finger's breadth."};

struct Sheet
{
    CaptionLayout layout;
    image::Image page, ground;
};

/// The sheet printed over a blue picture, and the same without its text.
Sheet printed(const std::string& title, const std::vector<std::string>& steps, int width,
              int height)
{
    Sheet sheet;
    sheet.layout = layOutCaptions(title, steps, width, height);
    const auto blue =
        image::filled(sheet.layout.pictureWidth, sheet.layout.pictureHeight, 20, 40, 160);
    sheet.page = printCaptions(blue, sheet.layout, width, height);
    CaptionLayout wordless = sheet.layout;
    wordless.title.clear();
    wordless.steps.clear();
    sheet.ground = printCaptions(blue, wordless, width, height);
    return sheet;
}

/// The part of the sheet that the text uses.
PixelBox columnOf(const CaptionLayout& layout, int width, int height)
{
    const bool beside = layout.pictureWidth < width;
    return {beside ? layout.pictureWidth : 0, beside ? 0 : layout.pictureHeight, width, height};
}

std::size_t lineCount(const CaptionLayout& layout)
{
    std::size_t count = layout.title.size();
    for (const auto& step : layout.steps)
        count += std::max<std::size_t>(1, step.size()); // at least its number
    return count;
}

/// A text without spaces: the same however it is broken into lines.
std::string letters(const std::vector<std::string>& lines)
{
    std::string all;
    for (const std::string& line : lines)
        for (const char c : line)
            if (c != ' ')
                all += c;
    return all;
}

void checkPage(const Sheet& sheet, int width, int height)
{
    const CaptionLayout& layout = sheet.layout;
    REQUIRE(layout.fits);
    REQUIRE(sheet.page.width == width);
    REQUIRE(sheet.page.height == height);
    const PixelBox column = columnOf(layout, width, height);
    const PixelBox ink = inkBox(sheet.page, sheet.ground, {0, 0, width, height});
    const int margin = static_cast<int>(layout.letterPx);
    CHECK(ink.left >= column.left + margin);
    CHECK(ink.right <= column.right - margin);
    CHECK(ink.top >= column.top + margin);
    CHECK(ink.bottom <= column.bottom - margin);
    CHECK(inkBands(sheet.page, sheet.ground, column).size() == lineCount(layout));
}

} // namespace

TEST_CASE("a wide sheet has its steps beside the picture")
{
    const Sheet sheet = printed("Lean against a wall", kSteps, 1600, 900);
    CHECK(sheet.layout.pictureHeight == 900);
    CHECK(sheet.layout.pictureWidth == Approx(1056).margin(1));
    CHECK(sheet.layout.left == sheet.layout.pictureWidth);
    checkPage(sheet, 1600, 900);
    // In the middle of its height.
    const PixelBox ink = inkBox(sheet.page, sheet.ground, {0, 0, 1600, 900});
    CHECK(ink.top == Approx(900 - ink.bottom).margin(sheet.layout.letterPx));
}

TEST_CASE("a tall sheet has its steps below the picture")
{
    const Sheet sheet = printed("Lean against a wall", kSteps, 900, 1200);
    CHECK(sheet.layout.pictureWidth == 900);
    CHECK(sheet.layout.left == 0);
    CHECK(sheet.layout.top == sheet.layout.pictureHeight);
    checkPage(sheet, 900, 1200);
}

TEST_CASE("a sheet takes the column it needs and gives the rest to the picture")
{
    const int few = layOutCaptions("Title", {kSteps[0]}, 900, 1200).pictureHeight;
    const int many = layOutCaptions("Title", kSteps, 900, 1200).pictureHeight;
    CHECK(many < few);
    CHECK(few < 1200);
}

TEST_CASE("the picture's own pixels are as they were drawn")
{
    const Sheet sheet = printed("Lean against a wall", kSteps, 1600, 900);
    for (const auto& [x, y] : {std::pair(0, 0), std::pair(sheet.layout.pictureWidth - 1, 899)}) {
        CHECK(sheet.page.at(x, y)[0] == 20);
        CHECK(sheet.page.at(x, y)[2] == 160);
    }
    CHECK(sheet.page.at(sheet.layout.pictureWidth, 0)[0] == 247);
}

TEST_CASE("steps are broken between words, and no word is lost")
{
    const CaptionLayout layout = layOutCaptions("Title", kSteps, 1200, 800);
    REQUIRE(layout.steps.size() == kSteps.size());
    for (std::size_t i = 0; i < kSteps.size(); ++i) {
        std::string joined;
        for (const std::string& line : layout.steps[i])
            joined += (joined.empty() ? "" : " ") + line;
        CHECK(joined == kSteps[i]);
        CHECK(layout.steps[i].size() > 1);
    }
}

TEST_CASE("a line holds as many words as its width allows")
{
    const CaptionLayout layout = layOutCaptions("Title", kSteps, 1200, 800);
    const float width = 1200 * 0.34F - 4.3F * layout.letterPx;
    for (const auto& step : layout.steps)
        for (std::size_t i = 0; i < step.size(); ++i) {
            INFO(step[i]);
            CHECK(printedSize(step[i], layout.letterPx).x <= width + 1);
            if (i + 1 == step.size())
                continue;
            const std::string next = step[i + 1].substr(0, step[i + 1].find(' '));
            CHECK(printedSize(step[i] + " " + next, layout.letterPx).x > width - 1);
        }
}

TEST_CASE("a word too long for a line is broken between whole letters")
{
    std::string word;
    for (int i = 0; i < 30; ++i)
        word += "l\xC3\xA9k\xC3\xBC";
    const Sheet sheet = printed("Title", {"Put " + word + " there"}, 1600, 900);
    checkPage(sheet, 1600, 900);
    CHECK(letters(sheet.layout.steps[0]) == "Put" + word + "there");
    for (const std::string& line : sheet.layout.steps[0])
        CHECK((static_cast<unsigned char>(line[0]) & 0xC0U) != 0x80U);
}

TEST_CASE("a title too long for a line is broken like a step")
{
    const std::string title = "Sitting on a chair with the ankle on the other knee and the "
                              "elbow on the table beside it, and further words";
    const Sheet sheet = printed(title, kSteps, 1600, 900);
    CHECK(letters(sheet.layout.title) == letters({title}));
    CHECK(sheet.layout.title.size() > 1);
    checkPage(sheet, 1600, 900);
    checkPage(printed(title + " " + title, kSteps, 900, 1200), 900, 1200);
}

TEST_CASE("without steps the title stands alone, and without words nothing is printed")
{
    checkPage(printed("Lean against a wall", {}, 1600, 900), 1600, 900);
    const Sheet empty = printed("", {}, 900, 1200);
    CHECK(empty.page.pixels == empty.ground.pixels);
}

TEST_CASE("a step without words keeps its number")
{
    const Sheet sheet = printed("Title", {"", "Breathe out."}, 1600, 900);
    REQUIRE(sheet.layout.steps.size() == 2);
    checkPage(sheet, 1600, 900);
}

TEST_CASE("a sheet too small for its steps is all picture")
{
    for (const auto& [width, height] : {std::pair(300, 100), std::pair(200, 240)}) {
        const CaptionLayout layout = layOutCaptions("Lean against a wall", kSteps, width, height);
        CHECK_FALSE(layout.fits);
        CHECK(layout.pictureWidth == width);
        CHECK(layout.pictureHeight == height);
        const auto picture = image::filled(width, height, 1, 2, 3);
        CHECK(printCaptions(picture, layout, width, height).pixels == picture.pixels);
    }
}
