#include "engine/variants/measured_skin.h"

#include "engine/core/parallel.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace knotmap::variants {
namespace {

constexpr float kCellMm = kFarMm / 2;
constexpr int kReachCells = 2;
constexpr std::size_t kChunk = 512;

/// A vertex and how far the surface at it may reach beyond all vertices.
struct Sample
{
    glm::vec3 point;
    float spread;
};

/// For each vertex its longest edge over the square root of 3: the centre of an equilateral
/// triangle is this far from its corners.
void addSamples(const geometry::Mesh& mesh, bool midline, std::vector<Sample>& samples)
{
    constexpr float kMiddle = 0.577F;
    std::vector<float> longest(mesh.positions.size(), 0);
    for (std::size_t i = 0; i < mesh.indices.size(); ++i) {
        const std::size_t next = i % 3 == 2 ? i - 2 : i + 1;
        const std::uint32_t a = mesh.indices[i], b = mesh.indices[next];
        const float edge = glm::distance(mesh.positions[a], mesh.positions[b]);
        longest[a] = std::max(longest[a], edge);
        longest[b] = std::max(longest[b], edge);
    }
    for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
        const glm::vec3& point = mesh.positions[i];
        samples.push_back({point, kMiddle * longest[i]});
        if (midline)
            samples.push_back({point * glm::vec3(-1, 1, 1), kMiddle * longest[i]});
    }
}

/// The samples sorted into cells.
class SampleGrid
{
public:
    SampleGrid(std::vector<Sample> samples, const geometry::Bounds& box)
        : m_low(box.low - glm::vec3(kFarMm)),
          m_count(glm::ivec3((box.size() + glm::vec3(2 * kFarMm)) / kCellMm) + 1),
          m_start(static_cast<std::size_t>(m_count.x) * static_cast<std::size_t>(m_count.y) *
                      static_cast<std::size_t>(m_count.z) +
                  1)
    {
        for (const Sample& sample : samples)
            if (const auto cell = cellOf(sample.point); inside(cell))
                ++m_start[indexOf(cell) + 1];
        for (std::size_t i = 1; i < m_start.size(); ++i)
            m_start[i] += m_start[i - 1];
        m_samples.resize(m_start.back());
        std::vector<std::uint32_t> next(m_start.begin(), m_start.end() - 1);
        for (const Sample& sample : samples)
            if (const auto cell = cellOf(sample.point); inside(cell))
                m_samples[next[indexOf(cell)]++] = sample;
    }

    float distance(const glm::vec3& point) const
    {
        const glm::ivec3 centre = cellOf(point);
        float smallest = kFarMm * kFarMm;
        for (int x = -kReachCells; x <= kReachCells; ++x)
            for (int y = -kReachCells; y <= kReachCells; ++y)
                for (int z = -kReachCells; z <= kReachCells; ++z) {
                    const glm::ivec3 cell = centre + glm::ivec3(x, y, z);
                    if (inside(cell))
                        smallest = std::min(smallest, minIn(indexOf(cell), point));
                }
        return std::sqrt(std::max(0.0F, smallest));
    }

private:
    glm::ivec3 cellOf(const glm::vec3& point) const
    {
        return glm::ivec3(glm::floor((point - m_low) / kCellMm));
    }
    bool inside(const glm::ivec3& cell) const
    {
        return cell.x >= 0 && cell.y >= 0 && cell.z >= 0 && cell.x < m_count.x &&
               cell.y < m_count.y && cell.z < m_count.z;
    }
    std::size_t indexOf(const glm::ivec3& cell) const
    {
        return (static_cast<std::size_t>(cell.x) * static_cast<std::size_t>(m_count.y) +
                static_cast<std::size_t>(cell.y)) *
                   static_cast<std::size_t>(m_count.z) +
               static_cast<std::size_t>(cell.z);
    }
    float minIn(std::size_t cell, const glm::vec3& point) const
    {
        float smallest = kFarMm * kFarMm;
        for (std::uint32_t i = m_start[cell]; i < m_start[cell + 1]; ++i) {
            const glm::vec3 off = point - m_samples[i].point;
            const float spread = m_samples[i].spread;
            smallest = std::min(smallest, glm::dot(off, off) - spread * spread);
        }
        return smallest;
    }

    glm::vec3 m_low;
    glm::ivec3 m_count;
    std::vector<std::uint32_t> m_start;
    std::vector<Sample> m_samples;
};

} // namespace

std::vector<float> distancesToStructures(const body::Atlas& atlas,
                                         const std::vector<glm::vec3>& points)
{
    geometry::Bounds box;
    for (const glm::vec3& point : points)
        box.add(point);
    std::vector<Sample> samples;
    for (const body::Shape& shape : atlas.shapes)
        addSamples(shape.mesh, shape.midline, samples);
    const SampleGrid grid(std::move(samples), box);
    std::vector<float> distances(points.size());
    core::parallelFor((points.size() + kChunk - 1) / kChunk, [&](std::size_t chunk) {
        const std::size_t end = std::min(points.size(), (chunk + 1) * kChunk);
        for (std::size_t i = chunk * kChunk; i < end; ++i)
            distances[i] = grid.distance(points[i]);
    });
    return distances;
}

} // namespace knotmap::variants
