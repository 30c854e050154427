#pragma once

#include "engine/section/sections.h"

#include <cstdint>
#include <vector>

namespace knotmap::section {

/// Where in the section there is fat, on a grid. The body's organs are not modelled: between the
/// skin, the muscles and the bones all is fat, but the great hollows, of skull, chest and belly,
/// are left open.
struct FatMap
{
    glm::vec2 low{0}, high{0};       ///< the box it covers, in the plane's frame, mm
    int width = 0, height = 0;       ///< cells
    std::vector<std::uint8_t> share; ///< row by row from `low`: 255 fat, 0 hollow
};

/// Of a section; empty where the skin is not met.
FatMap makeFatMap(const Sections& sections);

} // namespace knotmap::section
