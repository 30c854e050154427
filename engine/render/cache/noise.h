#pragma once

#include <cstdint>
#include <glm/vec3.hpp>
#include <vector>

namespace knotmap::render {

/// Smooth random values of position, 0 to 1, always the same for the same position; cells of size
/// 1.
float valueNoise(const glm::vec3& point);

/// A tileable texture of muscle fibres that run along v: RGBA, 8 bits, `width` times `height`. r:
/// height of the surface, g: its slope across (0.5 is level), b: blotches, a: fine lines.
struct FibreTexture
{
    int width = 256;
    int height = 128;
    std::vector<std::uint8_t> pixels;
};

FibreTexture makeFibreTexture();

} // namespace knotmap::render
