#pragma once

#include "engine/image/image.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

namespace knotmap::testing {

/// A rectangle of pixels, its right and bottom edges excluded.
struct PixelBox
{
    int left = 0, top = 0, right = 0, bottom = 0;

    bool empty() const { return right <= left || bottom <= top; }
    int width() const { return right - left; }
    int height() const { return bottom - top; }
};

inline PixelBox wholeOf(const image::Image& picture)
{
    return {0, 0, picture.width, picture.height};
}

/// Whether a pixel differs from another picture of the same size by more than the faintest edge of
/// a letter.
inline bool isInk(const image::Image& picture, const image::Image& ground, int x, int y)
{
    for (int channel = 0; channel < 4; ++channel)
        if (std::abs(picture.at(x, y)[channel] - ground.at(x, y)[channel]) > 24)
            return true;
    return false;
}

inline int inkCount(const image::Image& picture, const image::Image& ground, const PixelBox& within)
{
    int count = 0;
    for (int y = within.top; y < within.bottom; ++y)
        for (int x = within.left; x < within.right; ++x)
            count += isInk(picture, ground, x, y) ? 1 : 0;
    return count;
}

/// The smallest box around all ink; empty where there is none.
inline PixelBox inkBox(const image::Image& picture, const image::Image& ground,
                       const PixelBox& within)
{
    PixelBox box{within.right, within.bottom, within.left, within.top};
    for (int y = within.top; y < within.bottom; ++y)
        for (int x = within.left; x < within.right; ++x)
            if (isInk(picture, ground, x, y))
                box = {std::min(box.left, x), std::min(box.top, y), std::max(box.right, x + 1),
                       std::max(box.bottom, y + 1)};
    return box;
}

/// Bands of rows that contain ink, separated by blank rows: one per line of text if lines do not
/// touch.
inline std::vector<PixelBox> inkBands(const image::Image& picture, const image::Image& ground,
                                      const PixelBox& within)
{
    std::vector<PixelBox> bands;
    bool inside = false;
    for (int y = within.top; y < within.bottom; ++y) {
        const PixelBox row = inkBox(picture, ground, {within.left, y, within.right, y + 1});
        if (row.empty()) {
            inside = false;
            continue;
        }
        if (!inside)
            bands.push_back(row);
        PixelBox& band = bands.back();
        band = {std::min(band.left, row.left), band.top, std::max(band.right, row.right), y + 1};
        inside = true;
    }
    return bands;
}

/// Whether a pixel has that colour, apart from rounding.
inline bool hasColour(const image::Image& picture, int x, int y, const std::array<int, 3>& rgb)
{
    for (std::size_t channel = 0; channel < 3; ++channel)
        if (std::abs(picture.at(x, y)[channel] - rgb[channel]) > 2)
            return false;
    return true;
}

/// How many pixels have that colour.
inline int countColour(const image::Image& picture, const std::array<int, 3>& rgb)
{
    int count = 0;
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x)
            count += hasColour(picture, x, y, rgb) ? 1 : 0;
    return count;
}

} // namespace knotmap::testing
