#include "engine/body/skinning.h"

#include <algorithm>

namespace knotmap::body {
namespace {

void addWeights(RigidMove& sum, const JointWeights& weights, float scale,
                const std::vector<RigidMove>& moves)
{
    for (std::size_t slot = 0; slot < weights.joints.size(); ++slot)
        if (weights.shares[slot] > 0)
            addShare(sum, moves[weights.joints[slot]],
                     scale * static_cast<float>(weights.shares[slot]));
}

RigidMove nothing()
{
    return {{0, 0, 0, 0}, {0, 0, 0, 0}};
}

} // namespace

std::uint8_t strongestJoint(const JointWeights& weights)
{
    const auto most = std::max_element(weights.shares.begin(), weights.shares.end());
    return weights.joints[static_cast<std::size_t>(most - weights.shares.begin())];
}

RigidMove blend(const JointWeights& weights, const std::vector<RigidMove>& moves)
{
    RigidMove sum = nothing();
    addWeights(sum, weights, 1, moves);
    return normalised(sum);
}

RigidMove blend(const std::array<JointWeights, 3>& corners, const glm::vec3& barycentric,
                const std::vector<RigidMove>& moves)
{
    RigidMove sum = nothing();
    for (int corner = 0; corner < 3; ++corner)
        addWeights(sum, corners[static_cast<std::size_t>(corner)], barycentric[corner], moves);
    return normalised(sum);
}

std::vector<RigidMove> forOtherSide(const std::vector<RigidMove>& moves,
                                    const std::vector<std::uint32_t>& opposite)
{
    std::vector<RigidMove> others;
    others.reserve(moves.size());
    for (const std::uint32_t joint : opposite)
        others.push_back(moves[joint]);
    return others;
}

std::vector<glm::vec3> posedPlaces(const std::vector<glm::vec3>& places,
                                   const std::vector<JointWeights>& weights,
                                   const std::vector<RigidMove>& moves)
{
    std::vector<glm::vec3> posed;
    posed.reserve(places.size());
    for (std::size_t i = 0; i < places.size(); ++i)
        posed.push_back(movedPlace(blend(weights[i], moves), places[i]));
    return posed;
}

geometry::Mesh posedMesh(const geometry::Mesh& mesh, const std::vector<JointWeights>& weights,
                         const std::vector<RigidMove>& moves)
{
    geometry::Mesh posed = mesh;
    for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
        const RigidMove move = blend(weights[i], moves);
        posed.positions[i] = movedPlace(move, mesh.positions[i]);
        if (i < mesh.normals.size())
            posed.normals[i] = turned(move, mesh.normals[i]);
        if (i < mesh.fibres.size())
            posed.fibres[i] = turned(move, mesh.fibres[i]);
    }
    return posed;
}

} // namespace knotmap::body
