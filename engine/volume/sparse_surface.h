#pragma once

#include "engine/geometry/mesh.h"

#include <cstddef>
#include <functional>
#include <glm/vec3.hpp>
#include <span>
#include <vector>

namespace knotmap::volume {

/// A stretch of an axis with a step of its own.
struct FineStretch
{
    float from = 0, to = 0, stepMm = 1;
};

/// Coordinates along an axis from `from` to `to`, inclusive, about `stepMm` apart and closer in the
/// stretches given; the step changes gradually in between.
std::vector<float> gradedAxis(float from, float to, float stepMm,
                              std::span<const FineStretch> stretches);

/// Nodes at the coordinates of three axes, each ascending.
struct Lattice
{
    std::vector<float> x, y, z;
};

/// The surface where `field` (negative inside) is zero, by marching cubes on a lattice of variable
/// step: fine where detail is, coarse elsewhere. The field is evaluated only in blocks of cells for
/// which `mayCross` (centre of the block, its half diagonal in mm) is true; both are called from
/// several threads. A manifold, closed unless it leaves the lattice, and free of
/// self-intersections: each triangle lies in its cell. Without normals.
geometry::Mesh sparseIsosurface(const Lattice& lattice,
                                const std::function<float(const glm::vec3&)>& field,
                                const std::function<bool(const glm::vec3&, float)>& mayCross);

} // namespace knotmap::volume
