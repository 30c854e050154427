#pragma once

#include "engine/geometry/mesh.h"

#include <cstddef>
#include <functional>
#include <glm/vec3.hpp>
#include <span>
#include <vector>

namespace knotmap::volume {

/// A stretch of an axis that wants a step of its own.
struct FineStretch
{
    float from = 0, to = 0, stepMm = 1;
};

/// Places along an axis from `from` to `to`, both among them, about `stepMm` apart and closer in
/// the stretches given; the step changes gently in between.
std::vector<float> gradedAxis(float from, float to, float stepMm,
                              std::span<const FineStretch> stretches);

/// Nodes at the places of three axes, each rising.
struct Lattice
{
    std::vector<float> x, y, z;
};

/// The surface where `field` (negative inside) is zero, by marching cubes on a lattice whose steps
/// may vary: fine where the form is, wide elsewhere. The field is asked for only in blocks of cells
/// for which `mayCross` (centre of the block, its half diagonal in mm) is true; both are called
/// from several threads. A manifold, closed unless it leaves the lattice, and it does not cut
/// through itself: each triangle lies in its cell. Without normals.
geometry::Mesh sparseIsosurface(const Lattice& lattice,
                                const std::function<float(const glm::vec3&)>& field,
                                const std::function<bool(const glm::vec3&, float)>& mayCross);

} // namespace knotmap::volume
