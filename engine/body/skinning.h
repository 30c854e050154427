#pragma once

#include "engine/body/rigid_transform.h"
#include "engine/geometry/mesh.h"

#include <array>
#include <cstdint>
#include <vector>

namespace knotmap::body {

/// The skinning weights of a vertex: up to four joints and their shares, which add up to 255.
/// Joints are indices into Atlas::joints; those of a paired shape are of the right side or the
/// midline.
struct JointWeights
{
    std::array<std::uint8_t, 4> joints{};
    std::array<std::uint8_t, 4> shares{};
};

/// The joint with the largest weight, an index into Atlas::joints; of equal ones the first named.
std::uint8_t strongestJoint(const JointWeights& weights);

/// The four largest of `count` shares, one per joint, as whole numbers that add up to 255.
JointWeights strongest(const float* shares, std::size_t count);

/// The weights of a place inside a triangle as those of one vertex: the four strongest of the
/// corners' weights, each by its barycentric coordinate.
JointWeights mixed(const std::array<JointWeights, 3>& corners, const glm::vec3& barycentric);

/// The move of a vertex among its joints: the shares' mean of their moves, rigid again.
/// `moves` has one move per joint.
RigidTransform blend(const JointWeights& weights, const std::vector<RigidTransform>& transforms);

/// The move of a point inside a triangle: `corners` are its vertices' weights.
RigidTransform blend(const std::array<JointWeights, 3>& corners, const glm::vec3& barycentric,
                     const std::vector<RigidTransform>& transforms);

/// The moves for the left mirror image of a paired shape, whose weights name right joints.
/// `opposite` is the joint of the other side for each joint.
std::vector<RigidTransform> forOtherSide(const std::vector<RigidTransform>& transforms,
                                         const std::vector<std::uint32_t>& opposite);

/// Positions in the pose; `weights` parallel to `points`.
std::vector<glm::vec3> posedPoints(const std::vector<glm::vec3>& points,
                                   const std::vector<JointWeights>& weights,
                                   const std::vector<RigidTransform>& transforms);

/// The mesh in the pose, with normals and fibres rotated.
geometry::Mesh posedMesh(const geometry::Mesh& mesh, const std::vector<JointWeights>& weights,
                         const std::vector<RigidTransform>& transforms);

} // namespace knotmap::body
