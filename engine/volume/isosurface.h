#pragma once

#include "engine/volume/grid.h"

namespace knotmap::volume {

/// The surface where the field is zero, by marching cubes (Lorensen and Cline 1987) with the
/// triangles of each case derived from one rule for every face: diagonally opposite inside corners
/// are kept separate. Two adjacent cells therefore always agree, and the surface is a manifold,
/// closed unless it leaves the grid. Normals come from the field's gradient.
geometry::Mesh isosurface(const Field& field);

} // namespace knotmap::volume
