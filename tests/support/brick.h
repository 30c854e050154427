#pragma once

#include "engine/geometry/mesh.h"

#include <array>
#include <cmath>
#include <glm/geometric.hpp>
#include <map>
#include <tuple>

namespace knotmap::testing {

/// Builds the grid of vertices on a box; faces share those on their edges, so that it is closed.
class BrickMesh
{
public:
    BrickMesh(const glm::vec3& low, const glm::vec3& high, float edgeMm) : m_low(low), m_high(high)
    {
        for (int axis = 0; axis < 3; ++axis)
            m_cells[axis] =
                std::max(1, static_cast<int>(std::ceil((high[axis] - low[axis]) / edgeMm)));
        for (int axis = 0; axis < 3; ++axis)
            for (const bool far : {false, true})
                addFace(axis, far);
    }

    geometry::Mesh mesh;

private:
    void addFace(int axis, bool far)
    {
        const int u = (axis + 1) % 3, v = (axis + 2) % 3;
        for (int a = 0; a < m_cells[u]; ++a)
            for (int b = 0; b < m_cells[v]; ++b) {
                std::array<std::uint32_t, 4> corners{};
                for (int corner = 0; corner < 4; ++corner) {
                    glm::ivec3 cell(0);
                    cell[axis] = far ? m_cells[axis] : 0;
                    cell[u] = a + (corner & 1);
                    cell[v] = b + (corner >> 1);
                    corners[static_cast<std::size_t>(corner)] = vertexAt(cell);
                }
                const auto [c0, c1, c2, c3] = corners;
                if (far)
                    mesh.indices.insert(mesh.indices.end(), {c0, c1, c3, c0, c3, c2});
                else
                    mesh.indices.insert(mesh.indices.end(), {c0, c3, c1, c0, c2, c3});
            }
    }

    std::uint32_t vertexAt(const glm::ivec3& cell)
    {
        const auto [entry, isNew] = m_vertices.try_emplace(
            {cell.x, cell.y, cell.z}, static_cast<std::uint32_t>(mesh.positions.size()));
        if (isNew) {
            glm::vec3 normal(0);
            for (int axis = 0; axis < 3; ++axis)
                normal[axis] = cell[axis] == 0 ? -1.0F : cell[axis] == m_cells[axis] ? 1.0F : 0.0F;
            mesh.positions.push_back(m_low +
                                     (m_high - m_low) * glm::vec3(cell) / glm::vec3(m_cells));
            mesh.normals.push_back(glm::normalize(normal));
        }
        return entry->second;
    }

    glm::vec3 m_low, m_high;
    glm::ivec3 m_cells{1};
    std::map<std::tuple<int, int, int>, std::uint32_t> m_vertices;
};

/// A closed box along the axes, in triangles with legs no longer than that.
inline geometry::Mesh brick(const glm::vec3& low, const glm::vec3& high, float edgeMm = 25)
{
    return BrickMesh(low, high, edgeMm).mesh;
}

} // namespace knotmap::testing
