#include "engine/variants/untangle.h"

#include "engine/core/parallel.h"
#include "engine/remesh/self_crossing.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace knotmap::variants {
namespace {

constexpr int kRounds = 32;
/// From this round on wrinkles are moved back too, where smoothing did not help.
constexpr int kLastSmooth = 18;
/// Fraction of the distance to the valid position covered in a round.
constexpr float kBackShare = 0.3F;
/// Rings of vertices around a crossing that move back with it, and rings that soften the edge.
constexpr int kBackRings = 2, kSoftRings = 7;
/// A triangle with a smaller height than this is a needle.
constexpr float kNeedleMm = 0.25F;
constexpr int kWidenRounds = 24;
constexpr float kFarthestWidenMm = 1.2F;

glm::vec3 mirrored(const glm::vec3& point)
{
    return point * glm::vec3(-1, 1, 1);
}

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
using Targets = std::vector<std::pair<std::uint32_t, glm::vec3>>;

class Untangling
{
public:
    Untangling(geometry::Mesh& mesh, const geometry::Surface& measured, const SkinCover& cover)
        : m_mesh(mesh), m_before(mesh.positions), m_surface(measured), m_cover(cover)
    {}

    std::size_t run(const ValidPosition& valid)
    {
        Pairs pairs = remesh::selfCrossings(m_mesh);
        for (int round = 0; round < kRounds && !pairs.empty(); ++round) {
            Pairs near, facing;
            for (const auto& pair : pairs)
                (round < kLastSmooth && areNear(pair) ? near : facing).push_back(pair);
            Targets targets;
            collect(facing, kBackRings, kSoftRings, targets, [&](auto v, float weight) {
                return glm::mix(m_mesh.positions[v], valid(v), kBackShare * weight);
            });
            collect(near, round / 3, 1, targets, [&](auto v, float weight) {
                return held(v, glm::mix(m_mesh.positions[v], middleAbout(v), weight));
            });
            pairs = apply(targets);
        }
        return pairs.size();
    }

private:
    glm::vec3 middleAbout(std::uint32_t v) const
    {
        glm::vec3 sum(0);
        float count = 0;
        for (const auto* n = m_surface.neighboursBegin(v); n != m_surface.neighboursEnd(v); ++n) {
            sum += m_mesh.positions[*n];
            ++count;
        }
        return sum / std::max(count, 1.0F);
    }

    /// The vertices around the crossings, 1 there and falling off, with their mirror images.
    std::vector<std::pair<std::uint32_t, float>> about(const Pairs& pairs, int rings, int soft)
    {
        m_weight.resize(m_mesh.positions.size(), 0);
        std::vector<std::uint32_t> found;
        const auto take = [&](std::uint32_t v) {
            for (const std::uint32_t each : {v, m_cover.mirror[v]})
                if (m_weight[each] == 0) {
                    m_weight[each] = 1;
                    found.push_back(each);
                }
        };
        for (const auto& [a, b] : pairs)
            for (std::size_t corner = 0; corner < 3; ++corner) {
                take(m_mesh.indices[3 * std::size_t{a} + corner]);
                take(m_mesh.indices[3 * std::size_t{b} + corner]);
            }
        std::size_t from = 0;
        for (int ring = 0; ring < rings + soft; ++ring) {
            const std::size_t end = found.size();
            const float weight = ring < rings ? 1
                                              : 1 - static_cast<float>(ring - rings + 1) /
                                                        static_cast<float>(soft + 1);
            for (; from < end; ++from)
                for (const auto* n = m_surface.neighboursBegin(found[from]);
                     n != m_surface.neighboursEnd(found[from]); ++n)
                    if (m_weight[*n] == 0) {
                        m_weight[*n] = weight;
                        found.push_back(*n);
                    }
        }
        std::vector<std::pair<std::uint32_t, float>> result;
        for (const std::uint32_t v : found) {
            result.emplace_back(v, m_weight[v]);
            m_weight[v] = 0;
        }
        return result;
    }

    /// Smoothing may thin the tissue over muscle and bone, down to the thinnest skin.
    glm::vec3 held(std::uint32_t v, const glm::vec3& point) const
    {
        constexpr float kMinMm = 0.15F, kMaxMm = 4;
        const float limit = std::clamp(m_cover.coverMm[v] - 2 * kThinnestSkinMm, kMinMm, kMaxMm);
        const glm::vec3& normal = m_cover.outward[v];
        const float inward = glm::dot(m_before[v] - point, normal);
        return inward > limit ? point + (inward - limit) * normal : point;
    }

    /// Whether the two triangles are only a few edges apart: a wrinkle, not two limbs.
    bool areNear(const std::pair<std::uint32_t, std::uint32_t>& pair)
    {
        constexpr int kFewEdges = 5;
        const auto cornersOf = [&](std::uint32_t triangle) {
            return m_mesh.indices.begin() + static_cast<std::ptrdiff_t>(3 * std::size_t{triangle});
        };
        std::vector<std::uint32_t> found(cornersOf(pair.first), cornersOf(pair.first) + 3);
        std::size_t from = 0;
        for (int ring = 0; ring < kFewEdges; ++ring)
            for (const std::size_t end = found.size(); from < end; ++from)
                for (const auto* n = m_surface.neighboursBegin(found[from]);
                     n != m_surface.neighboursEnd(found[from]); ++n)
                    if (std::find(found.begin(), found.end(), *n) == found.end())
                        found.push_back(*n);
        return std::find(found.begin(), found.end(), *cornersOf(pair.second)) != found.end();
    }

    template <typename TargetOf>
    void collect(const Pairs& pairs, int rings, int soft, Targets& targets,
                 const TargetOf& targetOf)
    {
        for (const auto& [v, weight] : about(pairs, rings, soft)) {
            const std::uint32_t other = m_cover.mirror[v];
            if (other != v && m_surface.mesh().positions[v].x > 0)
                continue; // the left half is mirrored from it
            glm::vec3 point = targetOf(v, weight);
            if (other == v && m_mesh.positions[v].x == 0)
                point.x = 0;
            targets.emplace_back(v, point);
        }
    }

    Pairs apply(const Targets& targets)
    {
        std::vector<bool> changed(m_mesh.positions.size(), false);
        for (const auto& [v, point] : targets) {
            const std::uint32_t other = m_cover.mirror[v];
            changed[v] = changed[other] = true;
            m_mesh.positions[v] = point;
            if (other != v)
                m_mesh.positions[other] = mirrored(point);
        }
        std::vector<bool> asked(m_mesh.triangleCount(), false);
        for (std::size_t i = 0; i < m_mesh.indices.size(); ++i)
            if (changed[m_mesh.indices[i]])
                asked[i / 3] = true;
        return remesh::selfCrossings(m_mesh, asked);
    }

    geometry::Mesh& m_mesh;
    const std::vector<glm::vec3> m_before;
    const geometry::Surface& m_surface;
    const SkinCover& m_cover;
    std::vector<float> m_weight;
};

/// The vertices of triangles with a height below kNeedleMm.
std::vector<std::uint32_t> needleVertices(const geometry::Mesh& mesh,
                                          const std::vector<glm::vec3>& points)
{
    std::vector<std::uint32_t> found;
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3) {
        const glm::vec3 &a = points[mesh.indices[i]], &b = points[mesh.indices[i + 1]],
                        &c = points[mesh.indices[i + 2]];
        const float longest =
            std::max({glm::distance(a, b), glm::distance(b, c), glm::distance(c, a)});
        if (glm::length(glm::cross(b - a, c - a)) < kNeedleMm * longest || longest < kNeedleMm)
            found.insert(found.end(), mesh.indices.begin() + static_cast<std::ptrdiff_t>(i),
                         mesh.indices.begin() + static_cast<std::ptrdiff_t>(i + 3));
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

} // namespace

std::size_t untangle(geometry::Mesh& mesh, const geometry::Surface& measured,
                     const SkinCover& cover, const ValidPosition& valid)
{
    return Untangling(mesh, measured, cover).run(valid);
}

std::vector<glm::vec3> widenNeedles(const geometry::Surface& measured, const SkinCover& cover)
{
    const geometry::Mesh& mesh = measured.mesh();
    std::vector<glm::vec3> points = mesh.positions;
    for (int round = 0; round < kWidenRounds; ++round) {
        const std::vector<glm::vec3> before = points;
        for (const std::uint32_t v : needleVertices(mesh, before)) {
            const std::uint32_t other = cover.mirror[v];
            if (other != v && mesh.positions[v].x > 0)
                continue;
            glm::vec3 sum(0);
            float count = 0;
            for (const auto* n = measured.neighboursBegin(v); n != measured.neighboursEnd(v); ++n) {
                sum += before[*n];
                ++count;
            }
            glm::vec3 step = 0.5F * (sum / std::max(count, 1.0F) - before[v]);
            step -= glm::dot(step, mesh.normals[v]) * mesh.normals[v];
            glm::vec3 off = before[v] + step - mesh.positions[v];
            const float length = glm::length(off);
            if (length > kFarthestWidenMm)
                off *= kFarthestWidenMm / length;
            points[v] = mesh.positions[v] + off;
            if (other == v && mesh.positions[v].x == 0)
                points[v].x = 0;
            if (other != v)
                points[other] = mirrored(points[v]);
        }
    }
    return points;
}

} // namespace knotmap::variants
