#pragma once

#include "engine/geometry/mesh.h"

#include <vector>

namespace knotmap::props {

// The simple shapes that tools are made of; all closed, in mm, with normals.

/// A ball around `centre`, fine enough to colour a seam on it.
geometry::Mesh sphere(const glm::vec3& centre, float radius);

/// The solid of revolution of a profile (x along the axis, y radius) about an axis along X through
/// `centre`. The profile runs from one end to the other and may touch the axis there.
geometry::Mesh lathe(const std::vector<glm::vec2>& profile, const glm::vec3& centre);

/// A tube along an axis of at least two points, with the radius at each and rounded ends.
geometry::Mesh tube(const std::vector<glm::vec3>& axis, const std::vector<float>& radii);

/// Joins the parts into one solid, rounding the joints by `blendMm`.
geometry::Mesh united(const std::vector<geometry::Mesh>& parts, float blendMm);

/// The boundary loops of a mesh, each a ring of vertices in the direction its triangles run.
std::vector<std::vector<std::uint32_t>> openRims(const geometry::Mesh& mesh);

} // namespace knotmap::props
