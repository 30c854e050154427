#pragma once

#include "engine/volume/grid.h"

#include <span>

namespace knotmap::volume {

/// Signed distance in mm to a closed mesh, exact within `bandMm` of it and clamped to +-bandMm
/// beyond. Inside is where the winding number is not zero, so that a self-intersecting mesh still
/// encloses what it should.
Field signedDistance(const geometry::Mesh& mesh, const Grid& grid, float bandMm);

/// Signed distance in mm to the union of closed meshes, clamped to +-bandMm. Exact outside; inside,
/// walls that lie within another mesh count as surface too.
Field signedDistance(std::span<const geometry::Mesh* const> meshes, const Grid& grid, float bandMm);

/// The signed distance in mm of every node to the zero level of `field`, recomputed by propagating
/// nearest crossings from node to node (vector distance transform, after Danielsson 1980); within a
/// sixth of a cell of exact where the level is smooth.
Field redistanced(const Field& field);

/// Marks the nodes with a non-negative value that are connected through such nodes to the first or
/// last layer of the grid along Z.
std::vector<bool> outsideNodes(const Field& field);

/// The smaller of two distances, rounded where they differ by less than `blendMm`; at most
/// blendMm / 4 below the smaller (quadratic smooth minimum).
inline float smoothMinimum(float a, float b, float blendMm)
{
    if (blendMm <= 0)
        return glm::min(a, b);
    const float overlap = glm::max(blendMm - glm::abs(a - b), 0.0F);
    return glm::min(a, b) - overlap * overlap / (4 * blendMm);
}

/// Blurs along each axis with a binomial kernel (1 4 6 4 1), `passes` times.
void blur(Field& field, int passes);

/// A round canal through a body, from one point to another, mm.
struct Bore
{
    glm::vec3 from{0}, to{0};
    float radiusMm = 0;
};

/// One closed surface around several closed parts: the zero level of their signed distances,
/// sampled on a grid of `cellMm` and joined with rounding `blendMm`. The rounding is full where
/// surfaces meet at right angles or face each other and fades to none where they face the same
/// direction (after Gourmel et al., A gradient-based implicit blend, 2013), so that parts that
/// overlap along one surface cause no swelling there. Parts that do not meet stay separate. Then
/// `bores` are drilled through it, with rounded rims. Normals come from the field. Empty if nothing
/// is thick enough to contain a node.
geometry::Mesh unite(std::span<const geometry::Mesh> parts, float cellMm, float blendMm,
                     std::span<const Bore> bores = {});

} // namespace knotmap::volume
