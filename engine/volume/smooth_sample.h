#pragma once

#include "engine/volume/grid.h"

namespace knotmap::volume {

/// The field at a place as a uniform cubic B-spline over its values: twice differentiable, and
/// smoother than the values by about half a cell. Places outside take the nearest border's.
float sampleSmooth(const Field& field, const glm::vec3& place);

} // namespace knotmap::volume
