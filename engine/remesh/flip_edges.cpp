#include "engine/remesh/flip_edges.h"

#include "engine/remesh/self_crossing.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>
#include <numeric>
#include <optional>
#include <tuple>

namespace knotmap::remesh {
namespace {

constexpr int kPasses = 12;
/// The least gain in the worse triangle for a flip, or two flips could undo each other forever.
constexpr float kGain = 0.03F;
constexpr float kStrayMm = 0.1F;
/// Where a triangle is a needle or folded over, the surface may change by more than elsewhere.
constexpr float kPoor = 0.08F, kPoorStrayMm = 0.3F;

using HalfEdge = std::uint32_t; ///< 3 t + k: from corner k of triangle t to the next

HalfEdge next(HalfEdge h)
{
    return h % 3 == 2 ? h - 2 : h + 1;
}

class Flipping
{
public:
    /// `kept`: one entry per vertex; no edge at a kept vertex is flipped.
    Flipping(geometry::Mesh& mesh, const std::vector<std::uint32_t>& images,
             const std::vector<bool>& kept)
        : m_mesh(mesh), m_images(images), m_kept(kept)
    {
        findTwins();
        m_leaving.resize(m_mesh.positions.size());
        for (HalfEdge h = 0; h < m_mesh.indices.size(); ++h)
            m_leaving[from(h)] = h;
    }

    std::size_t run()
    {
        std::size_t turned = 0;
        for (int pass = 0; pass < kPasses; ++pass) {
            std::size_t inPass = 0;
            for (HalfEdge h = 0; h < m_mesh.indices.size(); ++h)
                inPass += tryBoth(h);
            turned += inPass;
            if (inPass == 0)
                break;
        }
        return turned;
    }

private:
    /// Two triangles that share an edge: (a, b, c) and (b, a, d).
    struct Quad
    {
        std::uint32_t a, b, c, d;
    };

    std::uint32_t from(HalfEdge h) const { return m_mesh.indices[h]; }
    const glm::vec3& at(std::uint32_t v) const { return m_mesh.positions[v]; }

    Quad quadOf(HalfEdge h) const
    {
        return {from(h), from(next(h)), from(next(next(h))), from(next(next(m_twins[h])))};
    }

    void findTwins()
    {
        m_twins.resize(m_mesh.indices.size());
        std::vector<HalfEdge> order(m_twins.size());
        std::iota(order.begin(), order.end(), HalfEdge{0});
        const auto key = [&](HalfEdge h) {
            const std::uint32_t a = from(h), b = from(next(h));
            return std::tuple(std::min(a, b), std::max(a, b), h);
        };
        std::sort(order.begin(), order.end(),
                  [&](HalfEdge g, HalfEdge h) { return key(g) < key(h); });
        for (std::size_t i = 0; i + 1 < order.size(); i += 2) {
            m_twins[order[i]] = order[i + 1];
            m_twins[order[i + 1]] = order[i];
        }
    }

    /// How round a triangle is: 1 equilateral, 0 without area; negative if turned against its
    /// normals.
    float quality(std::uint32_t a, std::uint32_t b, std::uint32_t c) const
    {
        const glm::vec3 ab = at(b) - at(a), ac = at(c) - at(a), bc = at(c) - at(b);
        const glm::vec3 normal = m_mesh.normals[a] + m_mesh.normals[b] + m_mesh.normals[c];
        const float length = glm::length(normal);
        const float sides = glm::dot(ab, ab) + glm::dot(ac, ac) + glm::dot(bc, bc);
        if (length < 1e-6F || sides < 1e-9F)
            return 0;
        return 2 * std::sqrt(3.0F) * glm::dot(glm::cross(ab, ac), normal) / (length * sides);
    }

    /// The distance between the two diagonals where they cross.
    float stray(const Quad& quad) const
    {
        const glm::vec3 across = glm::cross(at(quad.b) - at(quad.a), at(quad.d) - at(quad.c));
        const float length = glm::length(across);
        return length < 1e-9F ? 0 : std::abs(glm::dot(at(quad.c) - at(quad.a), across)) / length;
    }

    bool betters(const Quad& quad) const
    {
        const float now =
            std::min(quality(quad.a, quad.b, quad.c), quality(quad.b, quad.a, quad.d));
        const float then =
            std::min(quality(quad.c, quad.a, quad.d), quality(quad.d, quad.b, quad.c));
        return then > now + kGain && stray(quad) < (now < kPoor ? kPoorStrayMm : kStrayMm);
    }

    bool isKept(const Quad& quad) const
    {
        return m_kept[quad.a] || m_kept[quad.b] || m_kept[quad.c] || m_kept[quad.d];
    }

    std::optional<HalfEdge> edgeBetween(std::uint32_t a, std::uint32_t b) const
    {
        HalfEdge h = m_leaving[a];
        do {
            if (from(next(h)) == b)
                return h;
            h = next(m_twins[h]);
        } while (h != m_leaving[a]);
        return std::nullopt;
    }

    std::size_t tryBoth(HalfEdge h)
    {
        if (h > m_twins[h])
            return 0; // each edge once
        const Quad quad = quadOf(h);
        if (quad.c == quad.d || isKept(quad) || !betters(quad) || edgeBetween(quad.c, quad.d))
            return 0;
        const auto image = edgeBetween(m_images[quad.a], m_images[quad.b]);
        if (!image)
            return 0;
        if (*image == h || *image == m_twins[h]) {
            flip(h);
            return 1;
        }
        const Quad other = quadOf(*image);
        const auto images = std::minmax(m_images[quad.c], m_images[quad.d]);
        const auto opposite = std::minmax(other.c, other.d);
        const std::array<HalfEdge, 2> ours{h / 3, m_twins[h] / 3};
        const std::array<HalfEdge, 2> theirs{*image / 3, m_twins[*image] / 3};
        const bool apart = std::find_first_of(ours.begin(), ours.end(), theirs.begin(),
                                              theirs.end()) == ours.end();
        // Across the plane both flips may give the same edge, which would then have four triangles.
        const bool same = images == std::minmax(quad.c, quad.d);
        if (images != opposite || !apart || same)
            return 0;
        flip(h);
        flip(*image);
        return 2;
    }

    /// (a, b, c) and (b, a, d) become (c, a, d) and (d, b, c).
    void flip(HalfEdge h)
    {
        const Quad quad = quadOf(h);
        const HalfEdge g = m_twins[h];
        const HalfEdge bc = m_twins[next(h)], ca = m_twins[next(next(h))];
        const HalfEdge ad = m_twins[next(g)], db = m_twins[next(next(g))];
        const HalfEdge t = h - h % 3, u = g - g % 3;
        set(t, {quad.c, quad.a, quad.d}, {ca, ad, u + 2});
        set(u, {quad.d, quad.b, quad.c}, {db, bc, t + 2});
    }

    void set(HalfEdge first, const std::array<std::uint32_t, 3>& corners,
             const std::array<HalfEdge, 3>& twins)
    {
        for (HalfEdge k = 0; k < 3; ++k) {
            m_mesh.indices[first + k] = corners[k];
            m_leaving[corners[k]] = first + k;
            m_twins[first + k] = twins[k];
            m_twins[twins[k]] = first + k;
        }
    }

    geometry::Mesh& m_mesh;
    const std::vector<std::uint32_t>& m_images;
    const std::vector<bool>& m_kept;
    std::vector<HalfEdge> m_twins;
    std::vector<HalfEdge> m_leaving; ///< of each vertex, one half-edge that starts there
};

} // namespace

std::size_t flipEdges(geometry::Mesh& mesh, const std::vector<std::uint32_t>& images)
{
    constexpr int kTries = 6;
    const std::size_t before = selfCrossings(mesh).size();
    std::vector<bool> kept(mesh.positions.size(), false);
    for (int attempt = 0; attempt < kTries; ++attempt) {
        geometry::Mesh turned = mesh;
        const std::size_t count = Flipping(turned, images, kept).run();
        const auto crossings = selfCrossings(turned);
        if (crossings.size() <= before) {
            mesh = std::move(turned);
            return count;
        }
        for (const auto& [first, second] : crossings)
            for (const std::size_t triangle : {first, second})
                for (std::size_t k = 0; k < 3; ++k) {
                    const std::uint32_t v = turned.indices[3 * triangle + k];
                    kept[v] = kept[images[v]] = true;
                }
    }
    return 0;
}

} // namespace knotmap::remesh
