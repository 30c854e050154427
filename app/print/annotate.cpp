#include "app/print/annotate.h"

#include "app/print/sheet.h"

namespace knotmap::app {
namespace {

/// A dark line on a pale one, so that it is visible on muscle and on paper.
void drawLeader(const Sheet& sheet, const scene::Label& label, double width)
{
    cairo_t* pen = sheet.pen();
    for (const bool halo : {true, false}) {
        cairo_move_to(pen, static_cast<double>(label.start.x), static_cast<double>(label.start.y));
        cairo_line_to(pen, static_cast<double>(label.anchor.x),
                      static_cast<double>(label.anchor.y));
        cairo_set_line_width(pen, halo ? 2.6 * width : width);
        halo ? cairo_set_source_rgba(pen, 1, 0.99, 0.97, 0.35) : sheet.ink(0.8);
        cairo_stroke(pen);
    }
    sheet.ink(0.9);
    cairo_arc(pen, static_cast<double>(label.anchor.x), static_cast<double>(label.anchor.y),
              1.7 * width, 0, 6.2832);
    cairo_fill(pen);
}

void drawText(const Sheet& sheet, const scene::Label& label, const std::string& text)
{
    cairo_font_extents_t font;
    cairo_font_extents(sheet.pen(), &font);
    sheet.ink();
    cairo_move_to(sheet.pen(), static_cast<double>(label.corner.x),
                  static_cast<double>(label.corner.y) + font.ascent);
    cairo_show_text(sheet.pen(), text.c_str());
}

} // namespace

glm::vec2 printedSize(const std::string& text, float letterPx, bool strong)
{
    const Sheet sheet(1, 1);
    sheet.chooseFont(letterPx, strong);
    cairo_text_extents_t extents;
    cairo_font_extents_t font;
    cairo_text_extents(sheet.pen(), text.c_str(), &extents);
    cairo_font_extents(sheet.pen(), &font);
    return {extents.x_advance, font.ascent + font.descent};
}

void printLines(image::Image& picture, const std::vector<PrintedLine>& lines, float letterPx)
{
    const Sheet sheet(picture.width, picture.height);
    sheet.ink();
    for (const PrintedLine& line : lines) {
        sheet.chooseFont(letterPx, line.strong);
        cairo_font_extents_t font;
        cairo_font_extents(sheet.pen(), &font);
        cairo_move_to(sheet.pen(), static_cast<double>(line.corner.x),
                      static_cast<double>(line.corner.y) + font.ascent);
        cairo_show_text(sheet.pen(), line.text.c_str());
    }
    sheet.layOver(picture);
}

void printLabels(image::Image& picture, const std::vector<scene::LabelRequest>& requests,
                 const std::vector<scene::Label>& labels, float letterPx)
{
    const Sheet sheet(picture.width, picture.height);
    sheet.chooseFont(letterPx);
    for (const scene::Label& label : labels)
        drawLeader(sheet, label, static_cast<double>(letterPx) / 13);
    for (const scene::Label& label : labels)
        drawText(sheet, label, requests[label.request].text);
    sheet.layOver(picture);
}

} // namespace knotmap::app
