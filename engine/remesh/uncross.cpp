#include "engine/remesh/uncross.h"

#include "engine/remesh/self_crossing.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <map>
#include <numeric>
#include <tuple>

namespace knotmap::remesh {
namespace {

constexpr int kRounds = 40;
/// A crossing that persists for this many rounds is smoothed one ring of vertices wider.
constexpr int kRoundsARing = 4;
constexpr float kShare = 0.6F; ///< fraction of the vector to the mean of the neighbours, per round

glm::vec3 rounded(const glm::vec3& point, float latticeMm)
{
    return glm::round(point / latticeMm) * latticeMm;
}

class Uncrossing
{
public:
    Uncrossing(geometry::Mesh& mesh, const std::vector<std::uint32_t>& images, float latticeMm)
        : m_mesh(mesh), m_images(images), m_lattice(latticeMm)
    {}

    std::size_t run()
    {
        for (glm::vec3& point : m_mesh.positions)
            point = rounded(point, m_lattice);
        auto crossings = selfCrossings(m_mesh);
        std::vector<std::size_t> coinciding = sharedPoints();
        for (int round = 0; round < kRounds && !(crossings.empty() && coinciding.empty());
             ++round) {
            std::vector<bool> near(m_mesh.positions.size(), false);
            for (const std::size_t v : coinciding)
                near[v] = true;
            for (const auto& [first, second] : crossings)
                for (const std::size_t triangle : {first, second})
                    for (std::size_t k = 0; k < 3; ++k)
                        near[m_mesh.indices[3 * triangle + k]] = true;
            for (int ring = 0; ring < round / kRoundsARing; ++ring)
                widen(near);
            for (std::size_t v = 0; v < near.size(); ++v)
                if (near[v])
                    near[m_images[v]] = true;
            smooth(near);
            widen(near);
            crossings = selfCrossings(m_mesh, trianglesAt(near));
            coinciding = sharedPoints();
        }
        return crossings.size() + coinciding.size();
    }

private:
    /// The vertices that coincide with another.
    std::vector<std::size_t> sharedPoints() const
    {
        const auto key = [&](std::size_t v) {
            const glm::vec3& point = m_mesh.positions[v];
            return std::tuple(point.x, point.y, point.z);
        };
        std::vector<std::size_t> order(m_mesh.positions.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::sort(order.begin(), order.end(),
                  [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
        std::vector<std::size_t> shared;
        for (std::size_t i = 0; i < order.size(); ++i)
            if ((i > 0 && key(order[i]) == key(order[i - 1])) ||
                (i + 1 < order.size() && key(order[i]) == key(order[i + 1])))
                shared.push_back(order[i]);
        return shared;
    }

    void widen(std::vector<bool>& near) const
    {
        const std::vector<bool> before = near;
        for (std::size_t i = 0; i < m_mesh.indices.size(); i += 3)
            if (before[m_mesh.indices[i]] || before[m_mesh.indices[i + 1]] ||
                before[m_mesh.indices[i + 2]])
                for (std::size_t k = 0; k < 3; ++k)
                    near[m_mesh.indices[i + k]] = true;
    }

    std::vector<bool> trianglesAt(const std::vector<bool>& near) const
    {
        std::vector<bool> asked(m_mesh.triangleCount(), false);
        for (std::size_t i = 0; i < m_mesh.indices.size(); ++i)
            if (near[m_mesh.indices[i]])
                asked[i / 3] = true;
        return asked;
    }

    void smooth(const std::vector<bool>& chosen)
    {
        std::map<std::size_t, std::pair<glm::vec3, float>> sums;
        for (std::size_t i = 0; i < m_mesh.indices.size(); ++i) {
            const std::size_t v = m_mesh.indices[i];
            const std::size_t next = m_mesh.indices[i % 3 == 2 ? i - 2 : i + 1];
            // Each neighbour once: in a closed mesh an edge occurs once in each direction.
            if (chosen[v]) {
                auto& [sum, count] = sums[v];
                sum += m_mesh.positions[next];
                ++count;
            }
        }
        for (const auto& [v, about] : sums) {
            glm::vec3& point = m_mesh.positions[v];
            const std::size_t image = m_images[v];
            if (image != v && point.x > 0)
                continue; // the left half is mirrored from it
            const bool median = point.x == 0;
            point = rounded(glm::mix(point, about.first / about.second, kShare), m_lattice);
            if (median)
                point.x = 0;
            if (image == v)
                continue;
            point.x = std::min(point.x, -m_lattice);
            m_mesh.positions[image] = {-point.x, point.y, point.z};
        }
    }

    geometry::Mesh& m_mesh;
    const std::vector<std::uint32_t>& m_images;
    float m_lattice;
};

} // namespace

std::size_t uncross(geometry::Mesh& mesh, const std::vector<std::uint32_t>& images, float latticeMm)
{
    return Uncrossing(mesh, images, latticeMm).run();
}

} // namespace knotmap::remesh
