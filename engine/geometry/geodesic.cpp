#include "engine/geometry/geodesic.h"

#include "engine/geometry/march.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <unordered_map>
#include <utility>

namespace knotmap::geometry {
namespace {

/// Between the points of a line whose triangles are looked up.
constexpr float kSeedStepMm = 2;
/// A vertex beside a segment of a line is nearest to it or to one of this many before and after.
constexpr std::size_t kSegmentsAbout = 3;

/// The nearest point of a polyline.
struct NearOnLine
{
    float distance = DistanceMap::kUnreached;
    std::size_t end = 0; ///< of its segment; 0 on a line of one point
    float share = 0;     ///< of that segment before it
};

/// Among the segments from the one that ends at point `first` to the one that ends at `last`.
NearOnLine nearestOnLine(const glm::vec3& point, const std::vector<glm::vec3>& line,
                         std::size_t first, std::size_t last)
{
    if (line.size() == 1)
        return {glm::distance(point, line.front()), 0, 0};
    NearOnLine best;
    float bestSquared = DistanceMap::kUnreached;
    for (std::size_t i = first; i <= last; ++i) {
        const glm::vec3 step = line[i] - line[i - 1], offset = point - line[i - 1];
        const float squared = glm::dot(step, step);
        const float share =
            squared > 0 ? std::clamp(glm::dot(offset, step) / squared, 0.0F, 1.0F) : 0.0F;
        const glm::vec3 across = offset - share * step;
        if (const float distance = glm::dot(across, across); distance < bestSquared) {
            bestSquared = distance;
            best.end = i;
            best.share = share;
        }
    }
    best.distance = std::sqrt(bestSquared);
    return best;
}

/// The distance along a line of each of its points, mm.
std::vector<float> arcLengths(const std::vector<glm::vec3>& line)
{
    std::vector<float> result = {0};
    for (std::size_t i = 1; i < line.size(); ++i)
        result.push_back(result.back() + glm::distance(line[i - 1], line[i]));
    return result;
}

/// The vertices of a triangle and their neighbours.
template <typename Visit>
void forVerticesAbout(const Surface& surface, std::uint32_t triangle, const Visit& visit)
{
    for (std::size_t corner = 0; corner < 3; ++corner) {
        const std::uint32_t vertex = surface.mesh().indices[std::size_t{3} * triangle + corner];
        visit(vertex);
        for (const auto* next = surface.neighboursBegin(vertex);
             next != surface.neighboursEnd(vertex); ++next)
            visit(*next);
    }
}

} // namespace

DistanceMap geodesicDistances(const Surface& surface, const std::vector<Seed>& seeds, float limitMm)
{
    return march(surface, seeds, {limitMm});
}

DistanceMap geodesicDistances(const Surface& surface, const std::vector<Seed>& seeds,
                              const std::vector<bool>& wanted, float beyondMm)
{
    return march(surface, seeds, {DistanceMap::kUnreached, std::nullopt, &wanted, beyondMm});
}

std::vector<Seed> seedsAt(const Surface& surface, const SurfacePoint& position)
{
    std::vector<Seed> seeds;
    forVerticesAbout(surface, position.triangle, [&](std::uint32_t vertex) {
        seeds.push_back(
            {vertex, glm::distance(position.position, surface.mesh().positions[vertex]), 0, 0});
    });
    return seeds;
}

std::vector<Seed> seedsAlong(const Surface& surface, const std::vector<glm::vec3>& line,
                             std::uint32_t label, std::uint32_t source)
{
    std::unordered_map<std::uint32_t, NearOnLine> near;
    const auto visit = [&](std::uint32_t triangle, std::size_t segment) {
        const std::size_t begin =
            std::max<std::size_t>(segment, kSegmentsAbout + 1) - kSegmentsAbout;
        const std::size_t end = std::min(segment + kSegmentsAbout, line.size() - 1);
        forVerticesAbout(surface, triangle, [&](std::uint32_t vertex) {
            const glm::vec3& at = surface.mesh().positions[vertex];
            const NearOnLine found = nearestOnLine(at, line, begin, end);
            NearOnLine& known = near[vertex];
            if (found.distance < known.distance)
                known = found;
        });
    };
    std::uint32_t triangle = surface.closest(line.front())->triangle;
    visit(triangle, 1);
    for (std::size_t i = 1; i < line.size(); ++i) {
        const int steps = std::max(
            1, static_cast<int>(std::ceil(glm::distance(line[i - 1], line[i]) / kSeedStepMm)));
        for (int step = 1; step <= steps; ++step) {
            const float share = static_cast<float>(step) / static_cast<float>(steps);
            const auto next = surface.closest(glm::mix(line[i - 1], line[i], share))->triangle;
            if (std::exchange(triangle, next) != next)
                visit(next, i);
        }
    }
    const std::vector<float> along = arcLengths(line);
    std::vector<Seed> seeds;
    for (const auto& [vertex, found] : near) {
        const float foot =
            found.end == 0 ? 0 : glm::mix(along[found.end - 1], along[found.end], found.share);
        seeds.push_back({vertex, found.distance, label, source, foot});
    }
    return seeds;
}

std::uint32_t nearestVertex(const Mesh& mesh, const SurfacePoint& position)
{
    const glm::vec3& weights = position.barycentric;
    const std::size_t corner =
        weights.x >= weights.y && weights.x >= weights.z ? 0U : (weights.y >= weights.z ? 1U : 2U);
    return mesh.indices[std::size_t{3} * position.triangle + corner];
}

float distanceToPolyline(const glm::vec3& point, const std::vector<glm::vec3>& line)
{
    return nearestOnLine(point, line, 1, line.size() - 1).distance;
}

} // namespace knotmap::geometry
