#include "engine/geometry/geodesic.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <queue>
#include <unordered_map>
#include <utility>

namespace knotmap::geometry {
namespace {

using Entry = std::pair<float, std::uint32_t>;
using Queue = std::priority_queue<Entry, std::vector<Entry>, std::greater<>>;

constexpr float kStepMm = 4;
constexpr int kStraightenings = 24;

/// The vertices of the shortest path along edges, from `from` to `to`; only these two if there is
/// no path. Explores best-first towards the goal (A*, Hart, Nilsson, Raphael 1968).
std::vector<std::uint32_t> edgePath(const Surface& surface, std::uint32_t from, std::uint32_t to)
{
    const Mesh& mesh = surface.mesh();
    const glm::vec3 goal = mesh.positions[to];
    std::unordered_map<std::uint32_t, std::pair<float, std::uint32_t>> best;
    Queue queue;
    best[from] = {0.0F, from};
    queue.emplace(glm::distance(mesh.positions[from], goal), from);
    std::unordered_map<std::uint32_t, bool> settled;
    while (!queue.empty()) {
        const std::uint32_t vertex = queue.top().second;
        queue.pop();
        if (vertex == to)
            break;
        if (std::exchange(settled[vertex], true))
            continue;
        const float walked = best[vertex].first;
        for (const auto* next = surface.neighboursBegin(vertex);
             next != surface.neighboursEnd(vertex); ++next) {
            const float distance =
                walked + glm::distance(mesh.positions[vertex], mesh.positions[*next]);
            const auto known = best.find(*next);
            if (known != best.end() && known->second.first <= distance)
                continue;
            best[*next] = {distance, vertex};
            queue.emplace(distance + glm::distance(mesh.positions[*next], goal), *next);
        }
    }
    std::vector<std::uint32_t> path = {to};
    if (best.find(to) == best.end())
        return {from, to};
    while (path.back() != from)
        path.push_back(best[path.back()].second);
    std::reverse(path.begin(), path.end());
    return path;
}

std::vector<glm::vec3> resampled(const std::vector<glm::vec3>& line, float stepMm)
{
    std::vector<float> walked = {0};
    for (std::size_t i = 1; i < line.size(); ++i)
        walked.push_back(walked.back() + glm::distance(line[i - 1], line[i]));
    const int steps = std::max(1, static_cast<int>(std::round(walked.back() / stepMm)));
    std::vector<glm::vec3> result;
    std::size_t segment = 0;
    for (int i = 0; i <= steps; ++i) {
        const float at = walked.back() * static_cast<float>(i) / static_cast<float>(steps);
        while (segment + 2 < line.size() && walked[segment + 1] < at)
            ++segment;
        const float span = walked[segment + 1] - walked[segment];
        const float share = span > 0 ? (at - walked[segment]) / span : 0;
        result.push_back(glm::mix(line[segment], line[segment + 1], share));
    }
    return result;
}

} // namespace

DistanceMap walkFrom(const Surface& surface, const std::vector<Seed>& seeds, float limitMm)
{
    const Mesh& mesh = surface.mesh();
    DistanceMap map;
    map.distance.assign(mesh.positions.size(), DistanceMap::kUnreached);
    map.label.assign(mesh.positions.size(), 0);
    Queue queue;
    for (const Seed& seed : seeds)
        if (seed.distance <= limitMm && seed.distance < map.distance[seed.vertex]) {
            map.distance[seed.vertex] = seed.distance;
            map.label[seed.vertex] = seed.label;
            queue.emplace(seed.distance, seed.vertex);
        }
    while (!queue.empty()) {
        const auto [walked, vertex] = queue.top();
        queue.pop();
        if (walked > map.distance[vertex])
            continue;
        map.reached.push_back(vertex);
        for (const auto* next = surface.neighboursBegin(vertex);
             next != surface.neighboursEnd(vertex); ++next) {
            const float distance =
                walked + glm::distance(mesh.positions[vertex], mesh.positions[*next]);
            if (distance > limitMm || distance >= map.distance[*next])
                continue;
            map.distance[*next] = distance;
            map.label[*next] = map.label[vertex];
            queue.emplace(distance, *next);
        }
    }
    return map;
}

std::uint32_t nearestVertex(const Mesh& mesh, const SurfacePoint& place)
{
    const glm::vec3& weights = place.barycentric;
    const std::size_t corner =
        weights.x >= weights.y && weights.x >= weights.z ? 0U : (weights.y >= weights.z ? 1U : 2U);
    return mesh.indices[std::size_t{3} * place.triangle + corner];
}

std::vector<glm::vec3> pathAlong(const Surface& surface, const SurfacePoint& from,
                                 const SurfacePoint& to)
{
    const Mesh& mesh = surface.mesh();
    std::vector<glm::vec3> line = {from.position};
    for (const std::uint32_t vertex :
         edgePath(surface, nearestVertex(mesh, from), nearestVertex(mesh, to)))
        line.push_back(mesh.positions[vertex]);
    line.push_back(to.position);
    line = resampled(line, kStepMm);
    for (int round = 0; round < kStraightenings; ++round)
        for (std::size_t parity = 1; parity <= 2; ++parity)
            for (std::size_t i = parity; i + 1 < line.size(); i += 2)
                line[i] = surface.closest(0.5F * (line[i - 1] + line[i + 1]))->position;
    return line;
}

float distanceToPolyline(const glm::vec3& point, const std::vector<glm::vec3>& line)
{
    float best = glm::distance(point, line.front());
    for (std::size_t i = 1; i < line.size(); ++i) {
        const glm::vec3 step = line[i] - line[i - 1];
        const float squared = glm::dot(step, step);
        const float share =
            squared > 0 ? std::clamp(glm::dot(point - line[i - 1], step) / squared, 0.0F, 1.0F)
                        : 0.0F;
        best = std::min(best, glm::distance(point, line[i - 1] + share * step));
    }
    return best;
}

} // namespace knotmap::geometry
