#include "app/print/sheet.h"

#include <algorithm>

namespace knotmap::app {
namespace {

/// Fontconfig offers another sans serif where Inter is not installed.
constexpr char kFamily[] = "Inter";
constexpr double kInk[] = {0.11, 0.10, 0.09};

} // namespace

Sheet::Sheet(int width, int height)
    : m_surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height),
                &cairo_surface_destroy),
      m_pen(cairo_create(m_surface.get()), &cairo_destroy)
{}

void Sheet::chooseFont(float letterPx, bool strong) const
{
    cairo_select_font_face(pen(), kFamily, CAIRO_FONT_SLANT_NORMAL,
                           strong ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL);
    cairo_set_font_size(pen(), static_cast<double>(letterPx));
}

void Sheet::ink(double alpha) const
{
    cairo_set_source_rgba(pen(), kInk[0], kInk[1], kInk[2], alpha);
}

void Sheet::layOver(image::Image& picture) const
{
    // The sheet is premultiplied, in native ARGB words; the picture straight RGBA.
    cairo_surface_flush(m_surface.get());
    const unsigned char* rows = cairo_image_surface_get_data(m_surface.get());
    const int stride = cairo_image_surface_get_stride(m_surface.get());
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
                const auto placement = static_cast<float>((word >> (16 - 8 * channel)) & 255U);
                const float mixed = placement + under * static_cast<float>(pixel[channel]);
                pixel[channel] = static_cast<std::uint8_t>(mixed / (over + under) + 0.5F);
            }
            pixel[3] = static_cast<std::uint8_t>(255 * (over + under) + 0.5F);
        }
}

} // namespace knotmap::app
