#pragma once

#include "engine/bake/skin_strokes.h"
#include "engine/geometry/mesh.h"

#include <span>

namespace knotmap::bake {

/// Pushes a skin outward where a vertex of a structure (right side or midline) lies less than
/// `minMm` beneath it, on both sides; the triangles are unchanged, and where they would come to
/// intersect, the displacement is reverted. `distance` is the form that the skin was meshed from:
/// only vertices near it are tested. Returns the least remaining depth, mm (negative: outside).
float coverStructures(geometry::Mesh& skin, std::span<const geometry::Mesh* const> structures,
                      const DistanceFunction& distance, const std::vector<std::uint32_t>& images,
                      float minMm);

} // namespace knotmap::bake
