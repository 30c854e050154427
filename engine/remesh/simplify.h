#pragma once

#include "engine/geometry/mesh.h"

#include <functional>

namespace knotmap::remesh {

/// The mesh with at most about `triangles` triangles. Flat parts lose more than curved ones
/// (quadric error, Garland and Heckbert 1997, by meshoptimizer). Normals are recomputed from the
/// triangles; fibre attributes are dropped.
geometry::Mesh simplified(const geometry::Mesh& mesh, std::size_t triangles);

/// The mesh with as few triangles as keep it within about `errorMm` (a mean over the triangles that
/// a collapse removes): many where it is curved, few where it is flat. Its vertices are a subset of
/// the mesh's own and keep their normals; fibre attributes are dropped.
geometry::Mesh simplifiedWithin(const geometry::Mesh& mesh, float errorMm);

/// Removes the pieces with fewer than `minTriangles` triangles: fragments at edges thinner than a
/// grid cell.
void dropSmallPieces(geometry::Mesh& mesh, std::size_t minTriangles);

/// The largest closed piece of a mesh with fewer triangles: as few as stay within `errorMm` locally
/// (a mean as in simplifiedWithin; `errorMm` must have a few discrete values, not vary smoothly).
/// The input is either a mesh whose left half (X < 0) mirrors its right in the plane X = 0 with no
/// triangle crossing that plane, or its right half alone. The right half is simplified and
/// mirrored, so that the result is symmetric to the last bit. Where fewer triangles would intersect
/// each other, they stay as they are. Without normals.
geometry::Mesh simplifiedSymmetric(const geometry::Mesh& mesh,
                                   const std::function<float(const glm::vec3&)>& errorMm);

} // namespace knotmap::remesh
