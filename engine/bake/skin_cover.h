#pragma once

#include "engine/bake/skin_strokes.h"
#include "engine/geometry/mesh.h"

#include <span>

namespace knotmap::bake {

/// Pushes a skin outward where a vertex of a structure (right side or midline) lies less than
/// `leastMm` beneath it, both sides alike; triangles stay what they are, and where
/// they would come to cut each other the push is taken back. `distance` is the form
/// that the skin was drawn from: only what lies near it is looked at. Returns the least depth that
/// remains, mm (negative: outside).
float coverStructures(geometry::Mesh& skin, std::span<const geometry::Mesh* const> structures,
                      const DistanceFunction& distance, const std::vector<std::uint32_t>& images,
                      float leastMm);

} // namespace knotmap::bake
