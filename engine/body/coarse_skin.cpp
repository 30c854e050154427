#include "engine/body/coarse_skin.h"

#include "engine/body/skinning.h"

#include <memory>

namespace knotmap::body {
namespace {

/// Permitted deviation from the skin itself.
constexpr float kErrorMm = 1.5F;

bool carriesMuch(const JointWeights& weights, std::uint32_t joint)
{
    constexpr int kMuch = 30; // of 255
    for (std::size_t slot = 0; slot < weights.joints.size(); ++slot)
        if (weights.joints[slot] == joint)
            return weights.shares[slot] > kMuch;
    return false;
}

/// The vertices that the coarse triangles use, with their weights.
std::shared_ptr<const geometry::Mesh> keep(const Skin& skin, std::vector<JointWeights>& weights)
{
    constexpr std::uint32_t kNotYet = UINT32_MAX;
    std::vector<std::uint32_t> newIndex(skin.mesh.positions.size(), kNotYet);
    auto mesh = std::make_shared<geometry::Mesh>();
    for (const std::uint32_t vertex :
         geometry::trianglesWithin(skin.mesh, skin.coarser, kErrorMm)) {
        if (newIndex[vertex] == kNotYet) {
            newIndex[vertex] = static_cast<std::uint32_t>(mesh->positions.size());
            mesh->positions.push_back(skin.mesh.positions[vertex]);
            mesh->normals.push_back(skin.mesh.normals[vertex]);
            weights.push_back(vertex < skin.weights.size() ? skin.weights[vertex] : JointWeights{});
        }
        mesh->indices.push_back(newIndex[vertex]);
    }
    return mesh;
}

} // namespace

CoarseSkin::CoarseSkin(const Atlas& atlas)
    : m_surface(keep(atlas.skin, m_weights)), m_extents(atlas.joints.size())
{
    for (std::size_t i = 0; i < m_weights.size(); ++i)
        for (const std::uint8_t joint : m_weights[i].joints)
            if (joint < m_extents.size() && carriesMuch(m_weights[i], joint))
                m_extents[joint].add(m_surface.mesh().positions[i]);
}

bool CoarseSkin::goesWith(std::uint32_t triangle, std::uint32_t joint) const
{
    return carriesMuch(m_weights[m_surface.mesh().indices[3 * triangle]], joint);
}

std::uint32_t CoarseSkin::jointOf(std::uint32_t triangle) const
{
    return strongestJoint(m_weights[m_surface.mesh().indices[3 * triangle]]);
}

RigidTransform CoarseSkin::transformAt(std::uint32_t triangle,
                                       const std::vector<RigidTransform>& transforms) const
{
    return blend(m_weights[m_surface.mesh().indices[3 * triangle]], transforms);
}

geometry::Mesh CoarseSkin::posed(const std::vector<RigidTransform>& transforms) const
{
    geometry::Mesh mesh = m_surface.mesh();
    for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
        const RigidTransform transform = blend(m_weights[i], transforms);
        mesh.positions[i] = transformPoint(transform, mesh.positions[i]);
        mesh.normals[i] = transformDirection(transform, mesh.normals[i]);
    }
    return mesh;
}

} // namespace knotmap::body
