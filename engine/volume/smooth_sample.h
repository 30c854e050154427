#pragma once

#include "engine/volume/grid.h"

namespace knotmap::volume {

/// The field at a position as a uniform cubic B-spline over its values: twice differentiable, and
/// smoother than the values by about half a cell. Positions outside take the value at the nearest
/// border.
float sampleSmooth(const Field& field, const glm::vec3& point);

} // namespace knotmap::volume
