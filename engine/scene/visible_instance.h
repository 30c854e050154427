#pragma once

#include <cstdint>
#include <glm/vec3.hpp>

namespace knotmap::scene {

/// What a picture shows of one instance.
struct VisibleInstance
{
    std::uint32_t instance = 0;
    float share = 0;       ///< fraction of the picture's pixels
    glm::vec3 position{0}; ///< well inside its visible part; the body's frame, mm
};

} // namespace knotmap::scene
