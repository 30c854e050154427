#pragma once

#include "engine/geometry/surface.h"

#include <limits>
#include <vector>

namespace knotmap::geometry {

/// A start vertex, the distance it already has, and its label.
struct Seed
{
    std::uint32_t vertex = 0;
    float distance = 0;
    std::uint32_t label = 0;
};

/// The distance of each vertex from the nearest seed along the edges of the mesh, in mm, and that
/// seed's label. Vertices beyond the limit keep kUnreached.
struct DistanceMap
{
    static constexpr float kUnreached = std::numeric_limits<float>::max();
    std::vector<float> distance;
    std::vector<std::uint32_t> label;
    std::vector<std::uint32_t> reached; ///< the vertices within the limit
};

/// Dijkstra (1959) from all seeds at once.
DistanceMap walkFrom(const Surface& surface, const std::vector<Seed>& seeds, float limitMm);

/// A smooth path along the surface between two points of it: the shortest path along edges,
/// straightened and projected back onto the surface. Both ends included; steps of about 4 mm.
std::vector<glm::vec3> pathAlong(const Surface& surface, const SurfacePoint& from,
                                 const SurfacePoint& to);

/// The nearest corner of the point's triangle.
std::uint32_t nearestVertex(const Mesh& mesh, const SurfacePoint& place);

/// Distance in mm from a point to a polyline of at least one point.
float distanceToPolyline(const glm::vec3& point, const std::vector<glm::vec3>& line);

} // namespace knotmap::geometry
