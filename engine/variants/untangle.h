#pragma once

#include "engine/geometry/surface.h"
#include "engine/variants/skin_cover.h"

#include <functional>

namespace knotmap::variants {

/// Where a vertex lies on a skin that is known not to cut itself.
using SoundPlace = std::function<glm::vec3(std::uint32_t)>;

/// Brings a skin that cuts itself back towards the sound one, where it does and softly about it,
/// until no two triangles cross; what then still crosses (triangles without breadth, which no
/// change of place leaves alone) is smoothed. Mirror images stay mirror images. Returns how many
/// pairs of triangles are left that cross.
std::size_t untangle(geometry::Mesh& mesh, const geometry::Surface& measured,
                     const SkinCover& cover, const SoundPlace& valid);

/// The places of the measured skin with its needle-thin triangles widened along the surface: on
/// those a change of space would fold.
std::vector<glm::vec3> widenNeedles(const geometry::Surface& measured, const SkinCover& cover);

} // namespace knotmap::variants
