#include "engine/body/skinning.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace knotmap::body {
namespace {

void addWeights(RigidTransform& sum, const JointWeights& weights, float scale,
                const std::vector<RigidTransform>& transforms)
{
    for (std::size_t slot = 0; slot < weights.joints.size(); ++slot)
        if (weights.shares[slot] > 0)
            addWeighted(sum, transforms[weights.joints[slot]],
                        scale * static_cast<float>(weights.shares[slot]));
}

RigidTransform nothing()
{
    return {{0, 0, 0, 0}, {0, 0, 0, 0}};
}

} // namespace

std::uint8_t strongestJoint(const JointWeights& weights)
{
    const auto strongest = std::max_element(weights.shares.begin(), weights.shares.end());
    return weights.joints[static_cast<std::size_t>(strongest - weights.shares.begin())];
}

JointWeights strongest(const float* shares, std::size_t count)
{
    std::vector<std::uint8_t> order(count);
    std::iota(order.begin(), order.end(), std::uint8_t{0});
    const std::size_t kept = std::min<std::size_t>(4, count);
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(kept), order.end(),
                      [&](std::uint8_t a, std::uint8_t b) {
                          return shares[a] > shares[b] || (shares[a] == shares[b] && a < b);
                      });
    float sum = 0;
    for (std::size_t k = 0; k < kept; ++k)
        sum += shares[order[k]];
    JointWeights weights;
    int left = 255;
    for (std::size_t k = kept; k-- > 1;) {
        const int share = static_cast<int>(std::lround(255 * shares[order[k]] / sum));
        if (share == 0)
            continue; // its joint stays 0, so that equal weights are equal bytes
        weights.joints[k] = order[k];
        weights.shares[k] = static_cast<std::uint8_t>(share);
        left -= share;
    }
    weights.joints[0] = order[0];
    weights.shares[0] = static_cast<std::uint8_t>(left);
    return weights;
}

JointWeights mixed(const std::array<JointWeights, 3>& corners, const glm::vec3& barycentric)
{
    std::array<float, 256> shares{}; // a joint's number has eight bits
    std::size_t count = 0;
    for (std::size_t corner = 0; corner < corners.size(); ++corner)
        for (std::size_t slot = 0; slot < 4; ++slot) {
            const std::size_t joint = corners[corner].joints[slot];
            shares[joint] += barycentric[static_cast<int>(corner)] *
                             static_cast<float>(corners[corner].shares[slot]) / 255;
            count = std::max(count, joint + 1);
        }
    return strongest(shares.data(), count);
}

RigidTransform blend(const JointWeights& weights, const std::vector<RigidTransform>& transforms)
{
    RigidTransform sum = nothing();
    addWeights(sum, weights, 1, transforms);
    return normalised(sum);
}

RigidTransform blend(const std::array<JointWeights, 3>& corners, const glm::vec3& barycentric,
                     const std::vector<RigidTransform>& transforms)
{
    RigidTransform sum = nothing();
    for (int corner = 0; corner < 3; ++corner)
        addWeights(sum, corners[static_cast<std::size_t>(corner)], barycentric[corner], transforms);
    return normalised(sum);
}

std::vector<RigidTransform> forOtherSide(const std::vector<RigidTransform>& transforms,
                                         const std::vector<std::uint32_t>& opposite)
{
    std::vector<RigidTransform> others;
    others.reserve(transforms.size());
    for (const std::uint32_t joint : opposite)
        others.push_back(transforms[joint]);
    return others;
}

std::vector<glm::vec3> posedPoints(const std::vector<glm::vec3>& points,
                                   const std::vector<JointWeights>& weights,
                                   const std::vector<RigidTransform>& transforms)
{
    std::vector<glm::vec3> posed;
    posed.reserve(points.size());
    for (std::size_t i = 0; i < points.size(); ++i)
        posed.push_back(transformPoint(blend(weights[i], transforms), points[i]));
    return posed;
}

geometry::Mesh posedMesh(const geometry::Mesh& mesh, const std::vector<JointWeights>& weights,
                         const std::vector<RigidTransform>& transforms)
{
    geometry::Mesh posed = mesh;
    for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
        const RigidTransform transform = blend(weights[i], transforms);
        posed.positions[i] = transformPoint(transform, mesh.positions[i]);
        if (i < mesh.normals.size())
            posed.normals[i] = transformDirection(transform, mesh.normals[i]);
        if (i < mesh.fibres.size())
            posed.fibres[i] = transformDirection(transform, mesh.fibres[i]);
    }
    return posed;
}

} // namespace knotmap::body
