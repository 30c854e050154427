#pragma once

#include "engine/section/sections.h"

#include <cstdint>
#include <vector>

namespace knotmap::section {

/// Where in the section there is fat, on a grid. The organs are not modelled: the space between
/// skin, muscles and bones counts as fat, except for the large cavities of skull, chest and belly,
/// which are left open.
struct FatMap
{
    glm::vec2 low{0}, high{0};       ///< bounding box in the plane's frame, mm
    int width = 0, height = 0;       ///< cells
    std::vector<std::uint8_t> share; ///< row by row from `low`: 255 fat, 0 hollow
};

/// Of a section; empty if the plane misses the skin.
FatMap makeFatMap(const Sections& sections);

} // namespace knotmap::section
