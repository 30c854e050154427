#pragma once

#include "engine/geometry/mesh.h"

#include <functional>

namespace knotmap::remesh {

/// The mesh with at most about `triangles` triangles. Flat parts lose more than curved ones
/// (quadric error, Garland and Heckbert 1997, by meshoptimizer). Normals come anew from the
/// triangles; fibre attributes are dropped.
geometry::Mesh simplified(const geometry::Mesh& mesh, std::size_t triangles);

/// The mesh with as few triangles as stay within about `errorMm` (a mean over the triangles that
/// a step does away with) of it: many where it is curved, few where it is flat. Its vertices are
/// some of the mesh's own and keep their normals; fibre attributes are dropped.
geometry::Mesh simplifiedWithin(const geometry::Mesh& mesh, float errorMm);

/// Takes away the pieces with fewer than `least` triangles: crumbs at edges thinner than a grid.
void dropSmallPieces(geometry::Mesh& mesh, std::size_t least);

/// The largest closed piece of a mesh whose left half is the image of its right (X < 0) in the
/// plane X = 0 and that no triangle of crosses that plane, or of its right half alone, with fewer
/// triangles: as few as stay within `errorMm` at a place (a mean as of simplifiedWithin; a few
/// steps, not a smooth function). The right half is simplified and mirrored, so that the result is
/// symmetric to the last bit. Where fewer triangles would cut through each other, they stay as
/// they are. Without normals.
geometry::Mesh simplifiedSymmetric(const geometry::Mesh& mesh,
                                   const std::function<float(const glm::vec3&)>& errorMm);

} // namespace knotmap::remesh
