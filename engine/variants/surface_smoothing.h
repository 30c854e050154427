#pragma once

#include "engine/geometry/surface.h"
#include "engine/variants/skin_cover.h"

namespace knotmap::variants {

/// The mean of each value and its neighbours, repeated `rounds` times; preserves symmetry.
void smoothOver(const geometry::Surface& surface, const SkinCover& cover, int rounds,
                std::vector<float>& values);
/// The mean of each vector and its neighbours, repeated `rounds` times.
void smoothVectors(const geometry::Surface& surface, int rounds, std::vector<glm::vec3>& vectors);
/// The minimum of each value and its neighbours, repeated `rounds` times.
void spreadMinimum(const geometry::Surface& surface, int rounds, std::vector<float>& values);

} // namespace knotmap::variants
