#include "engine/body/skinning.h"

#include <algorithm>

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
    const auto most = std::max_element(weights.shares.begin(), weights.shares.end());
    return weights.joints[static_cast<std::size_t>(most - weights.shares.begin())];
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

std::vector<glm::vec3> posedPlaces(const std::vector<glm::vec3>& places,
                                   const std::vector<JointWeights>& weights,
                                   const std::vector<RigidTransform>& transforms)
{
    std::vector<glm::vec3> posed;
    posed.reserve(places.size());
    for (std::size_t i = 0; i < places.size(); ++i)
        posed.push_back(transformPoint(blend(weights[i], transforms), places[i]));
    return posed;
}

geometry::Mesh posedMesh(const geometry::Mesh& mesh, const std::vector<JointWeights>& weights,
                         const std::vector<RigidTransform>& transforms)
{
    geometry::Mesh posed = mesh;
    for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
        const RigidTransform move = blend(weights[i], transforms);
        posed.positions[i] = transformPoint(move, mesh.positions[i]);
        if (i < mesh.normals.size())
            posed.normals[i] = transformDirection(move, mesh.normals[i]);
        if (i < mesh.fibres.size())
            posed.fibres[i] = transformDirection(move, mesh.fibres[i]);
    }
    return posed;
}

} // namespace knotmap::body
