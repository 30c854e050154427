#pragma once

#include <cstdint>
#include <limits>
#include <vector>

namespace knotmap::geometry {

/// A vertex to start from.
struct Seed
{
    static constexpr std::uint32_t kItself = 0xFFFFFFFF; ///< the vertex is the source

    std::uint32_t vertex = 0;
    float distance = 0;      ///< that it already has, mm
    std::uint32_t label = 0; ///< handed on to the vertices nearest to it
    /// Seeds of one label that share a number have their distances from the same point or line.
    std::uint32_t source = kItself;
    float foot = 0; ///< where on that line the distance is from, mm along it
};

/// How far each vertex lies from the nearest seed along the surface, in mm, and that seed's label.
/// Vertices further than the limit keep kUnreached.
struct DistanceMap
{
    static constexpr float kUnreached = std::numeric_limits<float>::max();
    std::vector<float> distance;        ///< mm, one per vertex
    std::vector<std::uint32_t> label;   ///< empty when all seeds have label 0
    std::vector<std::uint32_t> reached; ///< the vertices within the limit, about nearest first

    std::uint32_t labelOf(std::uint32_t vertex) const { return label.empty() ? 0 : label[vertex]; }
};

} // namespace knotmap::geometry
