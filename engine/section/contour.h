#pragma once

#include <cstddef>
#include <cstdint>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

namespace knotmap::section {

/// The line in which the plane goes through one closed surface, as segments with the inside on
/// their left, and what is known of the matter within it.
struct Contour
{
    std::uint32_t instance = 0;
    std::size_t first = 0, count = 0;   ///< segments
    glm::vec2 low{1e30F}, high{-1e30F}; ///< the box about them, in the plane's frame, mm
    glm::vec3 fibre{0};                 ///< world, unit; zero where there is none
    /// Of a muscle: share of tendon, x + y * right + z * up of a place in mm. Of a bone: x, how
    /// much it is the hollow shaft of a long one.
    glm::vec3 tendon{0};
    float thickness = 0; ///< mm: of a sheet, its own; of a round thing, half its breadth
};

/// A segment as shaders/section.vert reads it.
struct ContourSegment
{
    glm::vec2 start, end; ///< in the plane's frame, mm
    /// Of the wall at both ends, mm: a bone's cortex, the tendon that covers a belly.
    glm::vec2 widths;
};

} // namespace knotmap::section
