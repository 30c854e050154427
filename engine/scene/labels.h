#pragma once

#include <cstddef>
#include <glm/vec2.hpp>
#include <string>
#include <vector>

namespace knotmap::scene {

/// A name to be placed beside the picture. All in pixels from the top left of the picture.
struct LabelRequest
{
    std::string text;
    glm::vec2 anchor{0}; ///< the named structure, in the picture
    glm::vec2 size{0};   ///< of the text
    float weight = 0;    ///< highest weights are placed first
};

/// A placed name with its leader line.
struct Label
{
    std::size_t request = 0; ///< index into the requests
    glm::vec2 corner{0};     ///< top left of the text
    glm::vec2 start{0};      ///< of the leader, beside the text
    glm::vec2 anchor{0};     ///< its end
};

struct LabelStyle
{
    float margin = 12;    ///< between the text and the picture's edge
    float spacing = 1.3F; ///< from line to line, in multiples of the text height
    float gap = 6;        ///< between the text and its leader
    std::size_t maxPerSide = 18;
};

/// Places names in a column on each side of the picture, level with what they name where there is
/// room, so that no two overlap and no two leaders of a column cross (boundary labelling, Bekos et
/// al. 2007, "Boundary labeling: models and efficient algorithms for rectangular maps"). Wishes
/// for which there is no room are left out, lowest weight first.
std::vector<Label> layOutLabels(const std::vector<LabelRequest>& requests, glm::vec2 picture,
                                const LabelStyle& style = {});

} // namespace knotmap::scene
