#pragma once

#include "engine/geometry/mesh.h"
#include "engine/variants/build_tables.h"

#include <glm/mat3x3.hpp>

namespace knotmap::variants {

/// A point after a smooth warp, and the warp's derivative there.
struct Warped
{
    glm::vec3 point{0};
    glm::mat3 slope{1}; ///< column i: derivative by the i-th coordinate
};

/// A displacement of space, mirrored in X = 0, sampled on a lattice and read from it by cubic
/// convolution (Keys 1981), so that it is smooth and the two halves are exact mirror images.
class Warp
{
public:
    /// No displacement anywhere within the box.
    explicit Warp(const geometry::Bounds& box);

    /// That of a variant: its stations are met and space between them bends as little as possible
    /// (thin plate spline in space, Duchon 1977; Bookstein 1989), then girths are added.
    Warp(const geometry::Bounds& box, const Variant& variant);

    /// Adds a multiple of another warp of the same box.
    void add(const Warp& other, float amount);

    Warped at(const glm::vec3& point) const;

private:
    struct Axis
    {
        int first = 0;
        float weight[4], slope[4];
    };
    Axis axisAt(float coordinate, float low, int count) const;
    const glm::vec3* column(int i, int j) const;

    int m_countX, m_countY, m_countZ; ///< nodes from X = 0 to the right, upwards, forwards
    float m_lowY, m_lowZ;
    std::vector<glm::vec3> m_displacements; ///< z fastest, then y, then x
};

} // namespace knotmap::variants
