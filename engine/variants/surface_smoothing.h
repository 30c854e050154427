#pragma once

#include "engine/geometry/surface.h"
#include "engine/variants/skin_cover.h"

namespace knotmap::variants {

/// The mean of each value and those about it, `rounds` times over; ends symmetric.
void smoothOver(const geometry::Surface& surface, const SkinCover& cover, int rounds,
                std::vector<float>& values);
/// The mean of each vector and those about it, `rounds` times over.
void smoothVectors(const geometry::Surface& surface, int rounds, std::vector<glm::vec3>& vectors);
/// The least of each value and those about it, `rounds` times over.
void leastOver(const geometry::Surface& surface, int rounds, std::vector<float>& values);

} // namespace knotmap::variants
