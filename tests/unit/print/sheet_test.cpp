#include "app/print/sheet.h"

#include <catch2/catch.hpp>

using namespace knotmap;
using app::Sheet;

namespace {

/// A sheet of one colour, composited over a picture of one colour.
std::array<int, 4> composited(const std::array<double, 4>& paint, const std::array<int, 4>& ground)
{
    image::Image picture = image::filled(
        2, 2, static_cast<std::uint8_t>(ground[0]), static_cast<std::uint8_t>(ground[1]),
        static_cast<std::uint8_t>(ground[2]), static_cast<std::uint8_t>(ground[3]));
    const Sheet sheet(2, 2);
    cairo_set_source_rgba(sheet.pen(), paint[0], paint[1], paint[2], paint[3]);
    cairo_paint(sheet.pen());
    sheet.layOver(picture);
    const std::uint8_t* pixel = picture.at(1, 1);
    return {pixel[0], pixel[1], pixel[2], pixel[3]};
}

bool near(const std::array<int, 4>& actual, const std::array<int, 4>& expected)
{
    for (std::size_t channel = 0; channel < 4; ++channel)
        if (std::abs(actual[channel] - expected[channel]) > 2)
            return false;
    return true;
}

} // namespace

TEST_CASE("a clear sheet leaves the picture unchanged, to the byte")
{
    image::Image picture = image::filled(9, 7, 12, 34, 56, 78);
    const image::Image before = picture;
    Sheet(9, 7).layOver(picture);
    CHECK(picture.pixels == before.pixels);
}

TEST_CASE("opaque paint replaces the picture, each channel by its own")
{
    CHECK(near(composited({1, 0.5, 0, 1}, {10, 20, 30, 255}), {255, 128, 0, 255}));
}

TEST_CASE("translucent paint is mixed with what is below")
{
    CHECK(near(composited({0, 0, 0, 0.5}, {255, 255, 255, 255}), {128, 128, 128, 255}));
    CHECK(near(composited({1, 0, 0, 0.25}, {0, 0, 200, 255}), {64, 0, 150, 255}));
}

TEST_CASE("paint over nothing keeps its own colour, with straight alpha")
{
    CHECK(near(composited({1, 0.5, 0, 0.5}, {0, 0, 0, 0}), {255, 128, 0, 128}));
    // Half paint over a half transparent white: three quarters cover.
    CHECK(near(composited({0, 0, 0, 0.5}, {255, 255, 255, 128}), {85, 85, 85, 191}));
}

TEST_CASE("a sheet's drawing keeps its position in the picture")
{
    image::Image picture = image::filled(8, 6, 255, 255, 255);
    const Sheet sheet(8, 6);
    sheet.ink();
    cairo_rectangle(sheet.pen(), 5, 1, 2, 3);
    cairo_fill(sheet.pen());
    sheet.layOver(picture);
    for (int y = 0; y < 6; ++y)
        for (int x = 0; x < 8; ++x) {
            INFO(x << "," << y);
            CHECK((picture.at(x, y)[0] < 128) == (x >= 5 && x < 7 && y >= 1 && y < 4));
        }
}
