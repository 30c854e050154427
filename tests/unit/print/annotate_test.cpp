#include "app/print/annotate.h"

#include "tests/support/ink.h"

#include <catch2/catch.hpp>

using namespace knotmap;
using namespace knotmap::app;
using testing::inkBox;
using testing::inkCount;
using testing::PixelBox;
using testing::wholeOf;

namespace {

/// A with ring, u with umlaut, c with cedilla; g and j reach below the line.
constexpr const char* kAccented = "\xC3\x85ngstr\xC3\xB6m \xC3\x9C gj \xC3\xA7";

image::Image paper(int width = 400, int height = 120)
{
    return image::filled(width, height, 255, 255, 255);
}

scene::Label labelAt(const glm::vec2& corner, const glm::vec2& start, const glm::vec2& anchor)
{
    scene::Label label;
    label.corner = corner;
    label.start = start;
    label.anchor = anchor;
    return label;
}

} // namespace

TEST_CASE("a text's printed size follows its letters and their height")
{
    const glm::vec2 size = printedSize("Trapezius", 20);
    CHECK(size.y == Approx(24).margin(6));
    CHECK(printedSize("Trapezius", 40).x == Approx(2 * size.x).epsilon(0.05));
    CHECK(printedSize("Trapezius trapezius", 20).x > 1.9F * size.x);
    CHECK(printedSize("", 20).x == 0);
    CHECK(printedSize("", 20).y == size.y);
}

TEST_CASE("an accented letter is one letter")
{
    CHECK(printedSize("\xC3\xA9", 40).x == Approx(printedSize("e", 40).x).epsilon(0.1));
    CHECK(printedSize("\xC3\x85", 40).x == Approx(printedSize("A", 40).x).epsilon(0.1));
}

TEST_CASE("a printed line stays inside its printed size")
{
    const image::Image before = paper();
    for (const std::string text : {"Levator scapulae", kAccented, "||||", "jjj"}) {
        INFO(text);
        image::Image after = before;
        printLines(after, {{text, {30, 40}, false}}, 20);
        const PixelBox ink = inkBox(after, before, wholeOf(before));
        const glm::vec2 size = printedSize(text, 20);
        REQUIRE_FALSE(ink.empty());
        // A glyph may overhang its advance by a pixel or two.
        CHECK(ink.left >= 28);
        CHECK(static_cast<float>(ink.right) <= 32 + size.x);
        CHECK(ink.top >= 39);
        CHECK(static_cast<float>(ink.bottom) <= 41 + size.y);
        CHECK(static_cast<float>(ink.width()) > 0.6F * size.x);
    }
}

TEST_CASE("a strong line is bolder than a plain one")
{
    const image::Image before = paper();
    image::Image plain = before, strong = before;
    printLines(plain, {{"Supraspinatus", {10, 10}, false}}, 24);
    printLines(strong, {{"Supraspinatus", {10, 10}, true}}, 24);
    CHECK(inkCount(strong, before, wholeOf(before)) >
          1.1 * inkCount(plain, before, wholeOf(before)));
}

TEST_CASE("no line, an empty line and a line off the page print nothing")
{
    const image::Image before = paper();
    image::Image after = before;
    printLines(after, {}, 20);
    printLines(after, {{"", {10, 10}, false}, {"Beside", {500, 10}, false}}, 20);
    CHECK(after.pixels == before.pixels);
}

TEST_CASE("a label is its name, a leader from beside it, and a dot on what it names")
{
    const image::Image before = paper();
    image::Image after = before;
    printLabels(after, {{"Deltoid", {300, 30}, {}, 1}}, {labelAt({10, 20}, {120, 30}, {300, 30})},
                13);
    const PixelBox name = inkBox(after, before, {0, 0, 110, 120});
    CHECK(name.left >= 9);
    CHECK(name.top >= 20);
    CHECK(static_cast<float>(name.right) <= 12 + printedSize("Deltoid", 13).x);
    const PixelBox leader = inkBox(after, before, {110, 0, 400, 120});
    CHECK(leader.left == Approx(120).margin(1));
    CHECK(leader.right == Approx(302).margin(2));
    // Unbroken, as thin as a line, with the dot at its end.
    for (int x = 121; x < 299; ++x)
        CHECK(after.at(x, 30)[0] < 180);
    CHECK(inkBox(after, before, {150, 0, 152, 120}).height() <= 4);
    CHECK(inkBox(after, before, {299, 0, 302, 120}).height() >= 3);
}

TEST_CASE("each label has the text of its own request")
{
    const image::Image before = paper();
    const std::vector<scene::LabelRequest> requests = {{"Flexor digitorum", {}, {}, 1}, {"Psoas"}};
    scene::Label label = labelAt({10, 20}, {390, 110}, {391, 110});
    label.request = 1;
    image::Image after = before;
    printLabels(after, requests, {label}, 16);
    const PixelBox ink = inkBox(after, before, {0, 0, 380, 60});
    CHECK(static_cast<float>(ink.width()) == Approx(printedSize("Psoas", 16).x).margin(4));
}

TEST_CASE("a leader is visible on a dark ground by its pale edge")
{
    const image::Image before = image::filled(100, 40, 40, 30, 30);
    image::Image after = before;
    printLabels(after, {{"", {}, {}, 1}}, {labelAt({0, 0}, {10, 20}, {90, 20})}, 26);
    CHECK(after.at(50, 22)[0] > before.at(50, 22)[0] + 40);
    CHECK(after.at(50, 20)[0] < after.at(50, 22)[0] - 40);
}
