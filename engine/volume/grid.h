#pragma once

#include "engine/geometry/mesh.h"

#include <cstddef>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/vec3.hpp>
#include <vector>

namespace knotmap::volume {

/// Evenly spaced nodes in a box. Node (x, y, z) lies at origin + cell * (x, y, z).
struct Grid
{
    glm::vec3 origin{0};
    float cell = 1;
    glm::ivec3 size{0};

    /// A grid that covers `bounds` and at least `marginMm` around it.
    static Grid around(const geometry::Bounds& bounds, float cellMm, float marginMm);

    std::size_t count() const
    {
        return static_cast<std::size_t>(size.x) * static_cast<std::size_t>(size.y) *
               static_cast<std::size_t>(size.z);
    }
    std::size_t index(int x, int y, int z) const
    {
        return (static_cast<std::size_t>(z) * static_cast<std::size_t>(size.y) +
                static_cast<std::size_t>(y)) *
                   static_cast<std::size_t>(size.x) +
               static_cast<std::size_t>(x);
    }
    glm::vec3 node(int x, int y, int z) const { return origin + cell * glm::vec3(x, y, z); }
    bool holds(int x, int y, int z) const
    {
        return x >= 0 && y >= 0 && z >= 0 && x < size.x && y < size.y && z < size.z;
    }
};

/// A scalar at every node of a grid: by our convention negative inside, in mm.
struct Field
{
    Grid grid;
    std::vector<float> values;

    float& at(int x, int y, int z) { return values[grid.index(x, y, z)]; }
    float at(int x, int y, int z) const { return values[grid.index(x, y, z)]; }
    /// Trilinear; positions outside the grid take the value at the nearest border.
    float sample(const glm::vec3& point) const;
    /// Central differences over one cell each side, not normalised.
    glm::vec3 gradient(const glm::vec3& point) const;
};

} // namespace knotmap::volume
