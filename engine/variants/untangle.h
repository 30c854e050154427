#pragma once

#include "engine/geometry/surface.h"
#include "engine/variants/skin_cover.h"

#include <functional>

namespace knotmap::variants {

/// The position of a vertex on a skin that is known not to intersect itself.
using ValidPosition = std::function<glm::vec3(std::uint32_t)>;

/// Moves a self-intersecting skin back towards the valid one, at the intersections and smoothly
/// around them, until no two triangles cross; what still crosses then (triangles without width,
/// which no displacement separates) is smoothed. Mirror images stay mirror images. Returns the
/// number of crossing pairs that remain.
std::size_t untangle(geometry::Mesh& mesh, const geometry::Surface& measured,
                     const SkinCover& cover, const ValidPosition& valid);

/// The positions of the measured skin with its needle triangles widened along the surface: a warp
/// would fold those.
std::vector<glm::vec3> widenNeedles(const geometry::Surface& measured, const SkinCover& cover);

} // namespace knotmap::variants
