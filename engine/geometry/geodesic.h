#pragma once

#include "engine/geometry/distance_map.h"
#include "engine/geometry/surface.h"

#include <cstdint>
#include <vector>

namespace knotmap::geometry {

/// Distances along the surface, mm, from all seeds at once, each within the limit.
/// Fast marching (Kimmel and Sethian, Computing geodesic paths on manifolds,
/// 1998), with round fronts about point sources (Novotni and Klein, Computing
/// geodesic distances on triangular meshes, 2002): exact where the mesh is
/// flat, about 1 % off on a smooth body. Where two labels are equally near the
/// lower one wins. A mesh and its mirror image give the same distances to the
/// bit.
DistanceMap geodesicDistances(const Surface& surface, const std::vector<Seed>& seeds,
                              float limitMm);

/// The same, only `beyondMm` further than the last of the vertices marked in `wanted`, one for each
/// vertex of the mesh.
DistanceMap geodesicDistances(const Surface& surface, const std::vector<Seed>& seeds,
                              const std::vector<bool>& wanted, float beyondMm);

/// The corners of the point's triangle and their neighbours, with the point as their source.
std::vector<Seed> seedsAt(const Surface& surface, const SurfacePoint& position);

/// The corners of the triangles that a polyline on the surface runs over. A
/// polyline of one point is that point.
std::vector<Seed> seedsAlong(const Surface& surface, const std::vector<glm::vec3>& line,
                             std::uint32_t label = 0, std::uint32_t source = 0);

/// The shortest path along the surface between two points on it: steepest
/// descent of the distance. Both ends included; steps of about 4 mm. Both ends
/// alone when the surface does not join them.
std::vector<glm::vec3> geodesicPath(const Surface& surface, const SurfacePoint& from,
                                    const SurfacePoint& to);

/// The same down distances that are known: from `seedsAt(to)`, wherever the
/// path may pass.
std::vector<glm::vec3> geodesicPath(const Surface& surface, const DistanceMap& distances,
                                    const SurfacePoint& from, const SurfacePoint& to);

/// The nearest corner of the point's triangle.
std::uint32_t nearestVertex(const Mesh& mesh, const SurfacePoint& position);

/// Distance in mm from a point to a polyline of at least one point.
float distanceToPolyline(const glm::vec3& point, const std::vector<glm::vec3>& line);

} // namespace knotmap::geometry
