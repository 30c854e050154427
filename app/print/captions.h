#pragma once

#include "engine/image/image.h"

#include <string>
#include <vector>

namespace knotmap::app {

/// The layout of a sheet with numbered steps: the picture, and beside it (wide) or below it (tall)
/// the column of text. Pixels from the top left.
struct CaptionLayout
{
    int pictureWidth = 0, pictureHeight = 0;
    int left = 0, top = 0;                       ///< of the text
    float letterPx = 12;                         ///< em
    std::vector<std::string> title;              ///< broken into lines
    std::vector<std::vector<std::string>> steps; ///< each broken into lines
    bool fits = true; ///< false: the sheet is too small for its text, and is all picture
};

/// Divides a sheet of that size for a title and steps.
CaptionLayout layOutCaptions(const std::string& title, const std::vector<std::string>& steps,
                             int width, int height);

/// The sheet: the picture, drawn in the size that the layout gives it, and the numbered steps.
image::Image printCaptions(const image::Image& picture, const CaptionLayout& layout, int width,
                           int height);

} // namespace knotmap::app
