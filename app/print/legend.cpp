#include "app/print/legend.h"

#include "app/print/annotate.h"
#include "app/print/sheet.h"
#include "engine/words/tr.h"

#include <algorithm>

namespace knotmap::app {
namespace {

/// Text height for this picture height.
constexpr float kLetterShare = 1.0F / 56, kMinLetterPx = 9;
constexpr double kTurn = 6.2832;
constexpr const char* kMeaning = mark("solid: felt by nearly everyone; marks: felt by some people");

struct Box
{
    double x, y, width, height;
};

/// The shape that shaders/dots.frag gives the hue: disc, ring, square, cross.
void drawDot(cairo_t* pen, std::size_t hue, double x, double y, double radius)
{
    if (hue == 2) {
        cairo_rectangle(pen, x - radius, y - radius, 2 * radius, 2 * radius);
    } else if (hue == 3) {
        const double half = radius / 3;
        cairo_rectangle(pen, x - radius, y - half, 2 * radius, 2 * half);
        cairo_rectangle(pen, x - half, y - radius, 2 * half, 2 * radius);
    } else {
        cairo_new_sub_path(pen);
        cairo_arc(pen, x, y, radius, 0, kTurn);
    }
    if (hue == 1) {
        cairo_set_line_width(pen, 0.6 * radius);
        cairo_stroke(pen);
    } else {
        cairo_fill(pen);
    }
}

void drawSolid(cairo_t* pen, std::size_t hue, const Box& box)
{
    cairo_rectangle(pen, box.x, box.y, box.width, box.height);
    cairo_fill(pen);
    if (hue == 0)
        return;
    // The light lines of shaders/include/zones.glsl: rising, falling, both.
    cairo_save(pen);
    cairo_rectangle(pen, box.x, box.y, box.width, box.height);
    cairo_clip(pen);
    cairo_set_source_rgba(pen, 0.90, 0.93, 0.96, 0.62);
    cairo_set_line_width(pen, box.height / 12);
    for (double x = box.x - box.height; x < box.x + box.width; x += box.height / 2.6) {
        if (hue != 2) {
            cairo_move_to(pen, x, box.y + box.height);
            cairo_line_to(pen, x + box.height, box.y);
        }
        if (hue != 1) {
            cairo_move_to(pen, x, box.y);
            cairo_line_to(pen, x + box.height, box.y + box.height);
        }
    }
    cairo_stroke(pen);
    cairo_restore(pen);
}

void drawDots(cairo_t* pen, std::size_t hue, const Box& box)
{
    const double step = box.width / 4;
    for (int column = 0; column < 4; ++column)
        for (int row = 0; row < 2; ++row)
            drawDot(pen, hue, box.x + (column + 0.5) * step, box.y + (row + 0.5) * box.height / 2,
                    0.16 * box.height);
}

void drawRow(const Sheet& sheet, const LegendRow& row, const Box& box)
{
    cairo_t* pen = sheet.pen();
    const glm::dvec3 hue(legendColour(row.hue));
    cairo_set_source_rgb(pen, hue.r, hue.g, hue.b);
    if (row.essential)
        drawSolid(pen, row.hue, box);
    cairo_set_source_rgb(pen, hue.r, hue.g, hue.b);
    if (row.spillover)
        drawDots(pen, row.hue, {box.x + 1.25 * box.width, box.y, box.width, box.height});
    sheet.ink();
    cairo_move_to(pen, box.x + 2.6 * box.width, box.y + 0.95 * box.height);
    cairo_show_text(pen, row.text.c_str());
}

/// Margin of the background behind the words, pixels.
double groundWidth(const std::vector<LegendRow>& rows, double letter)
{
    double widest =
        static_cast<double>(printedSize(tr(kMeaning), static_cast<float>(0.85 * letter)).x);
    for (const LegendRow& row : rows)
        widest = std::max(
            widest, 5.8 * letter +
                        static_cast<double>(printedSize(row.text, static_cast<float>(letter)).x));
    return widest + 1.6 * letter;
}

/// Background behind the words, so that they are readable on the body too.
void drawGround(const Sheet& sheet, const Box& box)
{
    cairo_set_source_rgba(sheet.pen(), 0.99, 0.982, 0.962, 0.86);
    cairo_rectangle(sheet.pen(), box.x, box.y, box.width, box.height);
    cairo_fill(sheet.pen());
}

} // namespace

void printLegend(image::Image& picture, const std::vector<LegendRow>& rows)
{
    if (rows.empty() || picture.empty())
        return;
    const auto letter = static_cast<double>(std::max(
        kMinLetterPx, static_cast<float>(std::min(picture.width, picture.height)) * kLetterShare));
    const double line = 1.6 * letter;
    double y = picture.height - 1.4 * letter - line * static_cast<double>(rows.size() + 1);
    const Box ground{0.6 * letter, y - 0.4 * letter, groundWidth(rows, letter),
                     picture.height - y - 0.2 * letter};
    if (ground.y < 0 || ground.x + ground.width > picture.width)
        return;
    const Sheet sheet(picture.width, picture.height);
    sheet.chooseFont(static_cast<float>(letter));
    drawGround(sheet, ground);
    for (const LegendRow& row : rows) {
        drawRow(sheet, row, {1.4 * letter, y + 0.3 * letter, 2.2 * letter, letter});
        y += line;
    }
    sheet.chooseFont(static_cast<float>(0.85 * letter));
    sheet.ink(0.75);
    cairo_move_to(sheet.pen(), 1.4 * letter, y + 1.2 * letter);
    cairo_show_text(sheet.pen(), tr(kMeaning));
    sheet.layOver(picture);
}

} // namespace knotmap::app
