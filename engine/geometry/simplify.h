#pragma once

#include "engine/geometry/mesh.h"

namespace knotmap::geometry {

/// The mesh with at most about `triangles` triangles, and the largest closed piece of it alone.
/// Flat parts lose more than curved ones (quadric error, Garland and Heckbert 1997, by
/// meshoptimizer). Normals come anew from the triangles; fibre attributes are dropped.
Mesh simplified(const Mesh& mesh, std::size_t triangles);

} // namespace knotmap::geometry
