#pragma once

#include "engine/props/prop.h"

#include <cstdint>
#include <vector>

namespace knotmap::render {

/// A square about `centre` with half edges of the given length.
props::ShadowFace squareOf(const glm::vec3& centre, const glm::vec3& normal, float halfMm);

inline constexpr int kShadowSize = 128;

/// How much light the body blocks at each cell of the surface, 0 to 255, kShadowSize squared, rows
/// along `other`: dense at contact, a soft pool where the body is above it. `points` in the world.
std::vector<std::uint8_t> groundShadow(const props::ShadowFace& surface,
                                       const std::vector<glm::vec3>& points);

} // namespace knotmap::render
