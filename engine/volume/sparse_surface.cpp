#include "engine/volume/sparse_surface.h"

#include "engine/core/parallel.h"
#include "engine/volume/marching_cases.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <unordered_map>

namespace knotmap::volume {
namespace {

constexpr int kBlockCells = 8;
constexpr int kBlockNodes = kBlockCells + 1;
constexpr std::uint32_t kNone = 0xFFFFFFFFU;
/// The step grows by this much per mm away from a fine stretch.
constexpr float kGrowth = 0.25F;

/// The result of one block: its vertices with the index of the edge (or of the cell, for the centre
/// of a fan) they lie on, and triangles over them.
struct Piece
{
    std::vector<std::uint64_t> keys;
    std::vector<glm::vec3> positions;
    std::vector<std::uint32_t> indices;
};

class Block
{
public:
    Block(const Lattice& lattice, const MarchingCases& cases, const glm::ivec3& first)
        : m_lattice(lattice), m_cases(cases), m_first(first)
    {
        const glm::ivec3 nodes(lattice.x.size(), lattice.y.size(), lattice.z.size());
        m_size = glm::min(nodes - first, glm::ivec3(kBlockNodes));
        m_along.fill(kNone);
    }

    glm::vec3 node(const glm::ivec3& at) const
    {
        const glm::ivec3 whole = m_first + at;
        return {m_lattice.x[static_cast<std::size_t>(whole.x)],
                m_lattice.y[static_cast<std::size_t>(whole.y)],
                m_lattice.z[static_cast<std::size_t>(whole.z)]};
    }
    glm::vec3 low() const { return node(glm::ivec3(0)); }
    glm::vec3 high() const { return node(m_size - 1); }

    Piece run(const std::function<float(const glm::vec3&)>& field)
    {
        for (int z = 0; z < m_size.z; ++z)
            for (int y = 0; y < m_size.y; ++y)
                for (int x = 0; x < m_size.x; ++x)
                    m_values[index({x, y, z})] = field(node({x, y, z}));
        for (int z = 0; z + 1 < m_size.z; ++z)
            for (int y = 0; y + 1 < m_size.y; ++y)
                for (int x = 0; x + 1 < m_size.x; ++x)
                    cell({x, y, z});
        return std::move(m_piece);
    }

private:
    static std::size_t index(const glm::ivec3& at)
    {
        return static_cast<std::size_t>((at.z * kBlockNodes + at.y) * kBlockNodes + at.x);
    }
    static glm::ivec3 corner(int number) { return {number & 1, (number >> 1) & 1, number >> 2}; }

    std::uint64_t nodeNumber(const glm::ivec3& at) const
    {
        const glm::ivec3 whole = m_first + at;
        return (static_cast<std::uint64_t>(whole.z) * m_lattice.y.size() +
                static_cast<std::uint64_t>(whole.y)) *
                   m_lattice.x.size() +
               static_cast<std::uint64_t>(whole.x);
    }

    void cell(const glm::ivec3& at)
    {
        unsigned inside = 0;
        for (int k = 0; k < 8; ++k)
            if (m_values[index(at + corner(k))] < 0)
                inside |= 1U << static_cast<unsigned>(k);
        if (inside == 0 || inside == 255)
            return;
        for (const CellPolygon& polygon : m_cases[inside])
            draw(polygon, at);
    }

    void draw(const CellPolygon& polygon, const glm::ivec3& at)
    {
        std::array<std::uint32_t, 12> vertices{};
        const std::size_t n = polygon.loop.size();
        glm::vec3 centre(0);
        for (std::size_t i = 0; i < n; ++i) {
            vertices[i] = vertexOn(polygon.loop[i], at);
            centre += m_piece.positions[vertices[i]] / static_cast<float>(n);
        }
        if (!polygon.centred) {
            for (std::size_t i = 1; i + 1 < n; ++i)
                triangle(vertices[0], vertices[i], vertices[i + 1]);
            return;
        }
        const std::uint32_t middle = add(nodeNumber(at) * 4 + 3, centre);
        for (std::size_t i = 0; i < n; ++i)
            triangle(middle, vertices[i], vertices[(i + 1) % n]);
    }

    void triangle(std::uint32_t a, std::uint32_t b, std::uint32_t c)
    {
        m_piece.indices.insert(m_piece.indices.end(), {a, b, c});
    }

    std::uint32_t add(std::uint64_t key, const glm::vec3& position)
    {
        m_piece.keys.push_back(key);
        m_piece.positions.push_back(position);
        return static_cast<std::uint32_t>(m_piece.positions.size() - 1);
    }

    std::uint32_t vertexOn(int edgeNumber, const glm::ivec3& at)
    {
        const CellEdge edge = cellEdge(edgeNumber);
        const glm::ivec3 from = at + corner(edge.from), to = at + corner(edge.to);
        const int axis = edgeNumber / 4;
        std::uint32_t& vertex = m_along[index(from) * 3 + static_cast<std::size_t>(axis)];
        if (vertex == kNone) {
            const float a = m_values[index(from)], b = m_values[index(to)];
            const float share = glm::clamp(a / (a - b), kMinCrossingShare, 1 - kMinCrossingShare);
            vertex = add(nodeNumber(from) * 4 + static_cast<std::uint64_t>(axis),
                         glm::mix(node(from), node(to), share));
        }
        return vertex;
    }

    const Lattice& m_lattice;
    const MarchingCases& m_cases;
    glm::ivec3 m_first, m_size;
    std::array<float, kBlockNodes * kBlockNodes * kBlockNodes> m_values{};
    std::array<std::uint32_t, kBlockNodes * kBlockNodes * kBlockNodes * 3> m_along{};
    Piece m_piece;
};

/// Joins the pieces; vertices on the same edge are merged.
geometry::Mesh joined(const std::vector<Piece>& pieces)
{
    std::size_t count = 0;
    for (const Piece& piece : pieces)
        count += piece.keys.size();
    geometry::Mesh mesh;
    std::unordered_map<std::uint64_t, std::uint32_t> known;
    known.reserve(count);
    std::vector<std::uint32_t> to;
    for (const Piece& piece : pieces) {
        to.clear();
        for (std::size_t i = 0; i < piece.keys.size(); ++i) {
            const auto [entry, isNew] =
                known.emplace(piece.keys[i], static_cast<std::uint32_t>(mesh.positions.size()));
            if (isNew)
                mesh.positions.push_back(piece.positions[i]);
            to.push_back(entry->second);
        }
        for (const std::uint32_t index : piece.indices)
            mesh.indices.push_back(to[index]);
    }
    return mesh;
}

} // namespace

std::vector<float> gradedAxis(float from, float to, float stepMm,
                              std::span<const FineStretch> stretches)
{
    const auto stepAt = [&](float at) {
        float step = stepMm;
        for (const FineStretch& stretch : stretches) {
            const float off = std::max({stretch.from - at, at - stretch.to, 0.0F});
            step = std::min(step, stretch.stepMm + kGrowth * off);
        }
        return step;
    };
    std::vector<float> coordinates = {from};
    // A midpoint step, so that the spacing is the same towards and away from a stretch.
    while (coordinates.back() < to) {
        const float half = coordinates.back() + stepAt(coordinates.back()) / 2;
        coordinates.push_back(coordinates.back() + stepAt(half));
    }
    const float stretched = (to - from) / (coordinates.back() - from);
    for (float& coordinate : coordinates)
        coordinate = from + (coordinate - from) * stretched;
    coordinates.back() = to;
    return coordinates;
}

geometry::Mesh sparseIsosurface(const Lattice& lattice,
                                const std::function<float(const glm::vec3&)>& field,
                                const std::function<bool(const glm::vec3&, float)>& mayCross)
{
    const MarchingCases cases = marchingCases();
    const glm::ivec3 cells(lattice.x.size() - 1, lattice.y.size() - 1, lattice.z.size() - 1);
    const glm::ivec3 blocks = (cells + kBlockCells - 1) / kBlockCells;
    std::vector<std::vector<Piece>> layers(static_cast<std::size_t>(blocks.z * blocks.y));
    core::parallelFor(layers.size(), [&](std::size_t row) {
        const int y = static_cast<int>(row) % blocks.y, z = static_cast<int>(row) / blocks.y;
        for (int x = 0; x < blocks.x; ++x) {
            Block block(lattice, cases, glm::ivec3(x, y, z) * kBlockCells);
            const glm::vec3 low = block.low(), high = block.high();
            if (!mayCross((low + high) / 2.0F, glm::distance(low, high) / 2))
                continue;
            Piece piece = block.run(field);
            if (!piece.indices.empty())
                layers[row].push_back(std::move(piece));
        }
    });
    std::vector<Piece> pieces;
    for (auto& layer : layers)
        std::move(layer.begin(), layer.end(), std::back_inserter(pieces));
    return joined(pieces);
}

} // namespace knotmap::volume
