#pragma once

#include "engine/image/image.h"

#include <cairo.h>
#include <memory>

namespace knotmap::app {

/// A transparent sheet of a picture's size to draw on with cairo, composited over the picture at
/// the end.
class Sheet
{
public:
    Sheet(int width, int height);

    cairo_t* pen() const { return m_pen.get(); }

    /// Selects the program's font (or the sans serif that fontconfig substitutes) with letters
    /// `letterPx` high (em).
    void chooseFont(float letterPx, bool strong = false) const;
    /// The colour of text and lines.
    void ink(double alpha = 1) const;
    /// Composites the sheet over a picture of the same size.
    void layOver(image::Image& picture) const;

private:
    std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> m_surface;
    std::unique_ptr<cairo_t, decltype(&cairo_destroy)> m_pen;
};

} // namespace knotmap::app
