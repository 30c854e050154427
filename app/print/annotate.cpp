#include "app/print/annotate.h"

#include <algorithm>
#include <cairo.h>
#include <memory>

namespace knotmap::app {
namespace {

using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;
using Pen = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>;

/// Fontconfig offers another sans serif where Inter is not installed.
constexpr char kFamily[] = "Inter";
constexpr double kInk[] = {0.11, 0.10, 0.09};

struct Sheet
{
    Surface surface;
    Pen pen;

    Sheet(int width, int height)
        : surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height),
                  &cairo_surface_destroy),
          pen(cairo_create(surface.get()), &cairo_destroy)
    {}
};

void chooseFont(cairo_t* pen, float letterPx)
{
    cairo_select_font_face(pen, kFamily, CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
    cairo_set_font_size(pen, static_cast<double>(letterPx));
}

void ink(cairo_t* pen, double alpha)
{
    cairo_set_source_rgba(pen, kInk[0], kInk[1], kInk[2], alpha);
}

/// A dark line on a pale one, so that it is seen on flesh and on paper.
void drawLeader(cairo_t* pen, const scene::Label& label, double width)
{
    for (const bool halo : {true, false}) {
        cairo_move_to(pen, static_cast<double>(label.start.x), static_cast<double>(label.start.y));
        cairo_line_to(pen, static_cast<double>(label.anchor.x),
                      static_cast<double>(label.anchor.y));
        cairo_set_line_width(pen, halo ? 2.6 * width : width);
        halo ? cairo_set_source_rgba(pen, 1, 0.99, 0.97, 0.35) : ink(pen, 0.8);
        cairo_stroke(pen);
    }
    ink(pen, 0.9);
    cairo_arc(pen, static_cast<double>(label.anchor.x), static_cast<double>(label.anchor.y),
              1.7 * width, 0, 6.2832);
    cairo_fill(pen);
}

void drawText(cairo_t* pen, const scene::Label& label, const std::string& text)
{
    cairo_font_extents_t font;
    cairo_font_extents(pen, &font);
    ink(pen, 1);
    cairo_move_to(pen, static_cast<double>(label.corner.x),
                  static_cast<double>(label.corner.y) + font.ascent);
    cairo_show_text(pen, text.c_str());
}

/// Lays a sheet (premultiplied, native ARGB words) over a picture (straight RGBA).
void layOver(image::Image& picture, cairo_surface_t* sheet)
{
    cairo_surface_flush(sheet);
    const unsigned char* rows = cairo_image_surface_get_data(sheet);
    const int stride = cairo_image_surface_get_stride(sheet);
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x) {
            std::uint32_t word = 0;
            std::copy_n(rows + y * stride + 4 * x, 4, reinterpret_cast<unsigned char*>(&word));
            const float over = static_cast<float>(word >> 24U) / 255;
            if (over <= 0)
                continue;
            std::uint8_t* pixel = picture.at(x, y);
            const float under = static_cast<float>(pixel[3]) / 255 * (1 - over);
            for (unsigned channel = 0; channel < 3; ++channel) {
                const auto laid = static_cast<float>((word >> (16 - 8 * channel)) & 255U);
                const float mixed = laid + under * static_cast<float>(pixel[channel]);
                pixel[channel] = static_cast<std::uint8_t>(mixed / (over + under) + 0.5F);
            }
            pixel[3] = static_cast<std::uint8_t>(255 * (over + under) + 0.5F);
        }
}

} // namespace

glm::vec2 printedSize(const std::string& text, float letterPx)
{
    const Sheet sheet(1, 1);
    chooseFont(sheet.pen.get(), letterPx);
    cairo_text_extents_t extents;
    cairo_font_extents_t font;
    cairo_text_extents(sheet.pen.get(), text.c_str(), &extents);
    cairo_font_extents(sheet.pen.get(), &font);
    return {extents.x_advance, font.ascent + font.descent};
}

void printLines(image::Image& picture, const std::vector<PrintedLine>& lines, float letterPx)
{
    const Sheet sheet(picture.width, picture.height);
    cairo_t* pen = sheet.pen.get();
    ink(pen, 1);
    for (const PrintedLine& line : lines) {
        cairo_select_font_face(pen, kFamily, CAIRO_FONT_SLANT_NORMAL,
                               line.strong ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL);
        cairo_set_font_size(pen, static_cast<double>(letterPx));
        cairo_font_extents_t font;
        cairo_font_extents(pen, &font);
        cairo_move_to(pen, static_cast<double>(line.corner.x),
                      static_cast<double>(line.corner.y) + font.ascent);
        cairo_show_text(pen, line.text.c_str());
    }
    layOver(picture, sheet.surface.get());
}

void printLabels(image::Image& picture, const std::vector<scene::LabelWish>& wishes,
                 const std::vector<scene::Label>& labels, float letterPx)
{
    const Sheet sheet(picture.width, picture.height);
    cairo_t* pen = sheet.pen.get();
    chooseFont(pen, letterPx);
    for (const scene::Label& label : labels)
        drawLeader(pen, label, static_cast<double>(letterPx) / 13);
    for (const scene::Label& label : labels)
        drawText(pen, label, wishes[label.wish].text);
    layOver(picture, sheet.surface.get());
}

} // namespace knotmap::app
