#include "engine/geometry/march.h"

#include "engine/geometry/front_arrival.h"
#include "engine/geometry/unfold.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <functional>
#include <glm/geometric.hpp>
#include <map>
#include <memory>
#include <queue>
#include <utility>

namespace knotmap::geometry {
namespace {

/// A corner counts as obtuse when the squares of its sides sum to less than this share of the
/// square opposite, that is from about 96 degrees: a little more than a right angle costs nothing.
constexpr float kObtuse = 0.9F;

/// A point or a line that distances are measured from.
struct Source
{
    std::uint32_t label = 0;
    float headStart = 0; ///< distance that the source itself has, mm
};

/// What a front brings to a vertex.
struct Front
{
    float distance = 0;
    std::uint32_t source = 0; ///< its place among the sources
    float foot = 0;           ///< where on the source it comes from, mm along it
};

class March
{
public:
    March(const Surface& surface, const MarchLimit& limit)
        : m_surface(surface), m_mesh(surface.mesh()), m_limit(limit),
          m_trace(new Trace[surface.mesh().positions.size()])
    {
        const std::size_t vertices = m_mesh.positions.size();
        m_map.distance.assign(vertices, DistanceMap::kUnreached);
        m_state.assign(vertices, kOpen);
    }

    DistanceMap run(const std::vector<Seed>& seeds)
    {
        for (const Seed& seed : seeds)
            offer(seed.vertex, {seed.distance, sourceOf(seed), seed.foot}, kOpen);
        std::ptrdiff_t wanted = 0;
        if (m_limit.wanted != nullptr)
            wanted = std::count(m_limit.wanted->begin(), m_limit.wanted->end(), true);
        while (!m_queue.empty()) {
            const auto vertex = static_cast<std::uint32_t>(m_queue.top());
            m_queue.pop();
            if (m_state[vertex] == kFinal)
                continue;
            if (!withinLimit(vertex, m_map.distance[vertex])) {
                m_map.distance[vertex] = DistanceMap::kUnreached; // the limit came nearer since
                continue;
            }
            if (m_state[vertex] == kAlongEdge)
                lookBack(vertex);
            m_state[vertex] = kFinal;
            m_map.reached.push_back(vertex);
            if (wanted > 0 && (*m_limit.wanted)[vertex] && --wanted == 0)
                m_limit.mm = std::min(m_limit.mm, m_map.distance[vertex] + m_limit.beyondMm);
            passOn(vertex);
        }
        if (std::any_of(m_sources.begin(), m_sources.end(),
                        [](const Source& source) { return source.label != 0; })) {
            m_map.label.assign(m_map.distance.size(), 0);
            for (const std::uint32_t vertex : m_map.reached)
                m_map.label[vertex] = labelOf(m_trace[vertex].source);
        }
        return std::move(m_map);
    }

private:
    enum State : std::uint8_t
    {
        kOpen,
        kAlongEdge, ///< its distance so far came along an edge
        kFinal
    };

    /// The bits of a distance, which are in its order as it is not negative, above the vertex.
    using Entry = std::uint64_t;

    struct Trace
    {
        std::uint32_t source; ///< its place in m_sources
        float foot;
    };

    std::uint32_t sourceOf(const Seed& seed)
    {
        if (seed.source == Seed::kItself) {
            m_sources.push_back({seed.label, seed.distance});
            return static_cast<std::uint32_t>(m_sources.size() - 1);
        }
        const auto [known, added] = m_known.emplace(std::make_pair(seed.label, seed.source),
                                                    static_cast<std::uint32_t>(m_sources.size()));
        if (added)
            m_sources.push_back({seed.label, 0});
        return known->second;
    }

    float squared(std::uint32_t a, std::uint32_t b) const
    {
        const glm::vec3 side = m_mesh.positions[b] - m_mesh.positions[a];
        return glm::dot(side, side);
    }

    bool withinLimit(std::uint32_t vertex, float distance) const
    {
        if (m_limit.towards)
            distance += glm::distance(m_mesh.positions[vertex], *m_limit.towards);
        return distance <= m_limit.mm;
    }

    void offer(std::uint32_t vertex, const Front& front, State how)
    {
        float& known = m_map.distance[vertex];
        if (front.distance > known || !withinLimit(vertex, front.distance))
            return;
        if (front.distance == known && labelOf(front.source) >= labelOf(m_trace[vertex].source))
            return;
        known = front.distance;
        m_trace[vertex] = {front.source, front.foot};
        m_state[vertex] = how;
        m_queue.push(Entry{std::bit_cast<std::uint32_t>(front.distance)} << 32U | vertex);
    }

    std::uint32_t labelOf(std::uint32_t source) const { return m_sources[source].label; }

    void passOn(std::uint32_t vertex)
    {
        const auto* apex = m_surface.apexesBegin(vertex);
        for (const auto* next = m_surface.neighboursBegin(vertex);
             next != m_surface.neighboursEnd(vertex); ++next, ++apex) {
            const std::uint32_t b = *next, c = *apex;
            const bool bFinal = m_state[b] == kFinal, cFinal = m_state[c] == kFinal;
            if (bFinal && cFinal)
                continue;
            const float toB = squared(vertex, b), toC = squared(vertex, c), across = squared(b, c);
            if (bFinal || cFinal) {
                const float toFinal = std::sqrt(bFinal ? toB : toC);
                const float toOpen = std::sqrt(bFinal ? toC : toB);
                passOver(bFinal ? c : b, vertex, bFinal ? b : c,
                         {0, 0, 0, toOpen, std::sqrt(across), toFinal});
                continue;
            }
            passAlong(vertex, b, std::sqrt(toB));
            passAlong(vertex, c, std::sqrt(toC));
            if (toB + across < kObtuse * toC)
                lookBehind(b, c, vertex);
            else if (toC + across < kObtuse * toB)
                lookBehind(c, vertex, b);
        }
    }

    void passAlong(std::uint32_t from, std::uint32_t to, float side)
    {
        offer(to, {m_map.distance[from] + side, m_trace[from].source, m_trace[from].foot},
              kAlongEdge);
    }

    /// The front goes from an edge a-b, both final, to a vertex c that sees it.
    void passOver(std::uint32_t c, std::uint32_t a, std::uint32_t b, ReachedEdge edge)
    {
        const Trace &atA = m_trace[a], &atB = m_trace[b];
        if (atA.source != atB.source) { // the fronts meet at an angle
            passAlong(a, c, edge.ac);
            passAlong(b, c, edge.bc);
            return;
        }
        const float headStart = m_sources[atA.source].headStart;
        edge.toA = m_map.distance[a] - headStart;
        edge.toB = m_map.distance[b] - headStart;
        edge.feetApart = std::abs(atA.foot - atB.foot);
        const Arrival arrival = arrivalAtCorner(edge);
        offer(c,
              {headStart + arrival.distance, atA.source,
               atA.foot + arrival.along * (atB.foot - atA.foot)},
              arrival.along <= 0 || arrival.along >= 1 ? kAlongEdge : kOpen);
    }

    /// An obtuse corner may be reached before both ends of the edge opposite: the
    /// front is then taken from the vertex that it sees through that edge.
    void lookBehind(std::uint32_t corner, std::uint32_t a, std::uint32_t b)
    {
        for (const VertexBehind& seen : VerticesBehind(m_surface, corner, a, b)) {
            if (m_state[seen.vertex] != kFinal)
                continue;
            passAlong(seen.vertex, corner, seen.toCorner);
            for (std::size_t side = 0; side < 2; ++side)
                if (m_state[seen.beside[side]] == kFinal)
                    passOver(corner, seen.vertex, seen.beside[side],
                             {0, 0, 0, seen.toCorner, seen.besideToCorner[side],
                              seen.besideToVertex[side]});
        }
    }

    /// What it sees may have become final since.
    void lookBack(std::uint32_t vertex)
    {
        const auto* apex = m_surface.apexesBegin(vertex);
        for (const auto* next = m_surface.neighboursBegin(vertex);
             next != m_surface.neighboursEnd(vertex); ++next, ++apex) {
            const std::uint32_t b = *next, c = *apex;
            if ((m_state[b] == kFinal) != (m_state[c] == kFinal) &&
                squared(vertex, b) + squared(vertex, c) < kObtuse * squared(b, c))
                lookBehind(vertex, b, c);
        }
    }

    const Surface& m_surface;
    const Mesh& m_mesh;
    MarchLimit m_limit;
    DistanceMap m_map;
    /// Of each vertex with a distance; left unset elsewhere.
    std::unique_ptr<Trace[]> m_trace;
    std::vector<State> m_state;
    std::vector<Source> m_sources;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> m_known; ///< by label, number
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> m_queue;
};

} // namespace

DistanceMap march(const Surface& surface, const std::vector<Seed>& seeds, const MarchLimit& limit)
{
    return March(surface, limit).run(seeds);
}

} // namespace knotmap::geometry
