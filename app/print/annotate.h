#pragma once

#include "engine/image/image.h"
#include "engine/scene/labels.h"

#include <string>
#include <vector>

namespace knotmap::app {

/// Width and height in pixels of a text whose letters are `letterPx` high (em).
glm::vec2 printedSize(const std::string& text, float letterPx, bool strong = false);

/// A line of text in a picture.
struct PrintedLine
{
    std::string text;
    glm::vec2 corner{0}; ///< its top left, pixels
    bool strong = false;
};

/// Prints lines over a picture in letters that high (em).
void printLines(image::Image& picture, const std::vector<PrintedLine>& lines, float letterPx);

/// Draws names and their leader lines over a picture; lines suit letters of `letterPx`.
void printLabels(image::Image& picture, const std::vector<scene::LabelRequest>& requests,
                 const std::vector<scene::Label>& labels, float letterPx);

} // namespace knotmap::app
