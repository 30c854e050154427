#pragma once

#include "engine/geometry/mesh.h"

namespace knotmap::render {

/// Linear; a deep blue that stands out from muscle, zone and skin.
inline constexpr glm::vec3 kArrowColour{0.016F, 0.105F, 0.30F};

/// An arrow of length 1: its tip at the origin, pointing along -Z, so that its shaft ends at Z = 1.
geometry::Mesh makeArrowMesh();

} // namespace knotmap::render
