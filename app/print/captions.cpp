#include "app/print/captions.h"

#include "app/print/annotate.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <sstream>

namespace knotmap::app {
namespace {

constexpr float kLetterShare = 1.0F / 46, kMinLetterPx = 9;
/// A sheet with a larger ratio of width to height than this has the text beside the body.
constexpr float kWide = 1.3F;
constexpr float kColumnShare = 0.34F;
/// The minimum fraction of the sheet's height for the picture.
constexpr float kMinPicture = 0.45F;
constexpr float kMarginEm = 1.4F, kHangingEm = 1.5F, kLineEm = 1.45F, kGapEm = 0.45F;
/// The background colour around the picture in the window.
constexpr std::uint8_t kPaper[] = {247, 243, 234};

float widthOf(const std::string& text, float letterPx, bool strong)
{
    return printedSize(text, letterPx, strong).x;
}

/// Moves as much of a word as fits a line of that width, at least one letter, to its own line.
void breakWord(std::vector<std::string>& lines, std::string& word, float letterPx, float width,
               bool strong)
{
    while (widthOf(word, letterPx, strong) > width) {
        std::size_t end = 0, next = 0;
        do {
            end = next;
            // Never between the bytes of a character (UTF-8).
            do
                ++next;
            while (next < word.size() && (static_cast<unsigned char>(word[next]) & 0xC0U) == 0x80U);
        } while (end == 0 ||
                 (next < word.size() && widthOf(word.substr(0, next), letterPx, strong) <= width));
        if (end >= word.size())
            return;
        lines.push_back(word.substr(0, end));
        word.erase(0, end);
    }
}

/// Breaks a text into lines no wider than that; inside a word only if a line cannot hold it.
std::vector<std::string> broken(const std::string& text, float letterPx, float width,
                                bool strong = false)
{
    std::vector<std::string> lines;
    std::istringstream words(text);
    std::string line, word;
    while (words >> word) {
        const std::string longer = line.empty() ? word : line + " " + word;
        if (widthOf(longer, letterPx, strong) <= width) {
            line = longer;
            continue;
        }
        if (!line.empty())
            lines.push_back(line);
        breakWord(lines, word, letterPx, width, strong);
        line = word;
    }
    if (!line.empty())
        lines.push_back(line);
    return lines;
}

float heightOf(const CaptionLayout& layout)
{
    float em = 2 * kMarginEm + kLineEm * static_cast<float>(layout.title.size());
    for (const auto& lines : layout.steps)
        em += kGapEm + kLineEm * static_cast<float>(std::max<std::size_t>(1, lines.size()));
    return em * layout.letterPx;
}

} // namespace

CaptionLayout layOutCaptions(const std::string& title, const std::vector<std::string>& steps,
                             int width, int height)
{
    const auto w = static_cast<float>(width), h = static_cast<float>(height);
    const bool beside = w > kWide * h;
    CaptionLayout layout;
    layout.letterPx = std::max(kMinLetterPx, std::min(w, h) * kLetterShare);
    const float em = layout.letterPx;
    const float column = beside ? kColumnShare * w : w;
    layout.title = broken(title, em, column - 2 * kMarginEm * em, true);
    for (const std::string& step : steps)
        layout.steps.push_back(broken(step, em, column - (2 * kMarginEm + kHangingEm) * em));
    const float tall = heightOf(layout);
    layout.pictureWidth = beside ? static_cast<int>(w - column) : width;
    layout.pictureHeight = beside ? height : static_cast<int>(h - tall);
    layout.left = beside ? layout.pictureWidth : 0;
    layout.top = beside ? static_cast<int>(std::max(0.0F, (h - tall) / 2)) : layout.pictureHeight;
    layout.fits = beside ? tall <= h && layout.pictureWidth > 0
                         : static_cast<float>(layout.pictureHeight) >= kMinPicture * h;
    if (!layout.fits) {
        layout.pictureWidth = width;
        layout.pictureHeight = height;
    }
    return layout;
}

image::Image printCaptions(const image::Image& picture, const CaptionLayout& layout, int width,
                           int height)
{
    if (!layout.fits)
        return picture;
    image::Image sheet = image::filled(width, height, kPaper[0], kPaper[1], kPaper[2]);
    for (int y = 0; y < picture.height; ++y)
        std::copy_n(picture.at(0, y), 4 * picture.width, sheet.at(0, y));
    const float em = layout.letterPx;
    const glm::vec2 corner(static_cast<float>(layout.left) + kMarginEm * em,
                           static_cast<float>(layout.top) + kMarginEm * em);
    std::vector<PrintedLine> lines;
    float y = corner.y;
    for (const std::string& line : layout.title) {
        lines.push_back({line, {corner.x, y}, true});
        y += kLineEm * em;
    }
    for (std::size_t i = 0; i < layout.steps.size(); ++i) {
        y += kGapEm * em;
        lines.push_back({fmt::format("{}", i + 1), {corner.x, y}, true});
        for (const std::string& line : layout.steps[i]) {
            lines.push_back({line, {corner.x + kHangingEm * em, y}, false});
            y += kLineEm * em;
        }
        if (layout.steps[i].empty())
            y += kLineEm * em;
    }
    printLines(sheet, lines, em);
    return sheet;
}

} // namespace knotmap::app
