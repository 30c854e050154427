#include "engine/volume/isosurface.h"

#include "engine/volume/marching_cases.h"

#include <algorithm>
#include <array>

namespace knotmap::volume {
namespace {

constexpr std::uint32_t kNone = 0xFFFFFFFFU;

class Marcher
{
public:
    explicit Marcher(const Field& field) : m_field(field), m_cases(marchingCases())
    {
        const auto plane = static_cast<std::size_t>(field.grid.size.x) *
                           static_cast<std::size_t>(field.grid.size.y);
        for (auto& layer : m_along)
            layer.assign(plane * 3, kNone);
    }

    geometry::Mesh run()
    {
        const glm::ivec3 size = m_field.grid.size;
        for (int z = 0; z + 1 < size.z; ++z) {
            std::fill(m_along[(z + 1) % 2].begin(), m_along[(z + 1) % 2].end(), kNone);
            for (int y = 0; y + 1 < size.y; ++y)
                for (int x = 0; x + 1 < size.x; ++x)
                    cell(x, y, z);
        }
        for (const glm::vec3& position : m_mesh.positions) {
            const glm::vec3 slope = m_field.gradient(position);
            const float length = glm::length(slope);
            m_mesh.normals.push_back(length > 1e-9F ? slope / length : glm::vec3(0, 1, 0));
        }
        return std::move(m_mesh);
    }

private:
    void cell(int x, int y, int z)
    {
        int inside = 0;
        for (int corner = 0; corner < 8; ++corner)
            if (m_field.at(x + (corner & 1), y + ((corner >> 1) & 1), z + (corner >> 2)) < 0)
                inside |= 1 << corner;
        if (inside == 0 || inside == 255)
            return;
        for (const CellPolygon& polygon : m_cases[static_cast<std::size_t>(inside)])
            draw(polygon, x, y, z);
    }

    void draw(const CellPolygon& polygon, int x, int y, int z)
    {
        std::array<std::uint32_t, 12> vertices{};
        const std::size_t n = polygon.loop.size();
        for (std::size_t i = 0; i < n; ++i)
            vertices[i] = vertexOn(polygon.loop[i], x, y, z);
        if (!polygon.centred) {
            for (std::size_t i = 1; i + 1 < n; ++i)
                triangle(vertices[0], vertices[i], vertices[i + 1]);
            return;
        }
        glm::vec3 centre(0);
        for (std::size_t i = 0; i < n; ++i)
            centre += m_mesh.positions[vertices[i]] / static_cast<float>(n);
        const auto middle = static_cast<std::uint32_t>(m_mesh.positions.size());
        m_mesh.positions.push_back(centre);
        for (std::size_t i = 0; i < n; ++i)
            triangle(middle, vertices[i], vertices[(i + 1) % n]);
    }

    void triangle(std::uint32_t a, std::uint32_t b, std::uint32_t c)
    {
        m_mesh.indices.insert(m_mesh.indices.end(), {a, b, c});
    }

    std::uint32_t vertexOn(int edgeNumber, int x, int y, int z)
    {
        const CellEdge edge = cellEdge(edgeNumber);
        const int fx = x + (edge.from & 1), fy = y + ((edge.from >> 1) & 1),
                  fz = z + (edge.from >> 2);
        const int tx = x + (edge.to & 1), ty = y + ((edge.to >> 1) & 1), tz = z + (edge.to >> 2);
        const auto slot =
            (static_cast<std::size_t>(fy) * static_cast<std::size_t>(m_field.grid.size.x) +
             static_cast<std::size_t>(fx)) *
                3 +
            static_cast<std::size_t>(edgeNumber / 4);
        std::uint32_t& vertex = m_along[fz % 2][slot];
        if (vertex == kNone) {
            const float a = m_field.at(fx, fy, fz), b = m_field.at(tx, ty, tz);
            const float share = glm::clamp(a / (a - b), kMinCrossingShare, 1 - kMinCrossingShare);
            vertex = static_cast<std::uint32_t>(m_mesh.positions.size());
            m_mesh.positions.push_back(
                glm::mix(m_field.grid.node(fx, fy, fz), m_field.grid.node(tx, ty, tz), share));
        }
        return vertex;
    }

    const Field& m_field;
    MarchingCases m_cases;
    /// The vertex on each edge that begins in a layer of nodes, for the two current layers.
    std::array<std::vector<std::uint32_t>, 2> m_along;
    geometry::Mesh m_mesh;
};

} // namespace

geometry::Mesh isosurface(const Field& field)
{
    return Marcher(field).run();
}

} // namespace knotmap::volume
