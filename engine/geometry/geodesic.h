#pragma once

#include "engine/geometry/surface.h"

#include <limits>
#include <vector>

namespace knotmap::geometry {

/// A vertex to start from, the distance it already has, and what to remember it by.
struct Seed
{
    std::uint32_t vertex = 0;
    float distance = 0;
    std::uint32_t label = 0;
};

/// How far each vertex lies from the nearest seed along the edges of the mesh, in mm, and that
/// seed's label. Vertices further than the limit keep kUnreached.
struct DistanceMap
{
    static constexpr float kUnreached = std::numeric_limits<float>::max();
    std::vector<float> distance;
    std::vector<std::uint32_t> label;
    std::vector<std::uint32_t> reached; ///< the vertices within the limit
};

/// Dijkstra (1959) from all seeds at once.
DistanceMap walkFrom(const Surface& surface, const std::vector<Seed>& seeds, float limitMm);

/// A smooth path along the surface between two places on it: the shortest way along edges, then
/// pulled straight and back onto the surface. Both ends included; steps of about 4 mm.
std::vector<glm::vec3> pathAlong(const Surface& surface, const SurfacePoint& from,
                                 const SurfacePoint& to);

/// The vertex of the place's triangle that is nearest to it.
std::uint32_t nearestVertex(const Mesh& mesh, const SurfacePoint& place);

/// Distance in mm from a point to a polyline of at least one point.
float distanceToPolyline(const glm::vec3& point, const std::vector<glm::vec3>& line);

} // namespace knotmap::geometry
