#pragma once

#include "app/model/library.h"
#include "engine/scene/scene.h"

namespace knotmap::app {

/// The box around the body of both sides.
geometry::Bounds bodyBounds(const Library& library);

/// The box around the body as placed by the scene, in the world.
geometry::Bounds shownBounds(const Library& library, const scene::Scene& scene);

/// The box around an instance, mirrored for the left.
geometry::Bounds instanceBounds(const body::Atlas& atlas, std::uint32_t instance);

} // namespace knotmap::app
