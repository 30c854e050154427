#include "engine/props/prop_mesh.h"

#include <array>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <utility>

namespace knotmap::props {
namespace {

/// Along each edge of a rounded face: fine where it bends, one step in between.
std::vector<float> stationsAlong(float low, float high, float radius)
{
    constexpr std::array<float, 5> kShares = {0, 0.25F, 0.5F, 0.75F, 1};
    std::vector<float> stations;
    for (const float share : kShares)
        stations.push_back(low + share * radius);
    for (const float share : kShares)
        stations.push_back(high - (1 - share) * radius);
    return stations;
}

/// Two triangles that face +axis of a right-handed (u, v, axis), or -axis.
void addQuad(std::vector<std::uint32_t>& indices, const std::array<std::uint32_t, 4>& corners,
             bool along)
{
    static constexpr std::array<std::size_t, 6> kAlong = {0, 1, 3, 0, 3, 2},
                                                kAgainst = {0, 3, 1, 0, 2, 3};
    for (const std::size_t corner : along ? kAlong : kAgainst)
        indices.push_back(corners[corner]);
}

} // namespace

void PropMesh::colourNew(const glm::vec3& colour)
{
    m_colours.resize(m_mesh.positions.size(), colour);
}

void PropMesh::addBox(const Solid& box, const glm::vec3& colour)
{
    // Each face has its own vertices, so that edges stay sharp.
    for (int axis = 0; axis < 3; ++axis)
        for (const float sign : {-1.0F, 1.0F}) {
            const int u = (axis + 1) % 3, v = (axis + 2) % 3;
            const auto first = static_cast<std::uint32_t>(m_mesh.positions.size());
            glm::vec3 normal(0);
            normal[axis] = sign;
            for (int corner = 0; corner < 4; ++corner) {
                glm::vec3 point = sign > 0 ? box.high : box.low;
                point[u] = (corner & 1) != 0 ? box.high[u] : box.low[u];
                point[v] = (corner & 2) != 0 ? box.high[v] : box.low[v];
                m_mesh.positions.push_back(point);
                m_mesh.normals.push_back(normal);
            }
            addQuad(m_mesh.indices, {first, first + 1, first + 2, first + 3}, sign > 0);
        }
    colourNew(colour);
}

void PropMesh::addRoundedBox(const Solid& box, float radiusMm, const glm::vec3& colour)
{
    for (int axis = 0; axis < 3; ++axis)
        for (const float sign : {-1.0F, 1.0F})
            addRoundedFace(box, {axis, sign}, radiusMm, colour);
}

void PropMesh::addRoundedFace(const Solid& box, const Face& face, float radiusMm,
                              const glm::vec3& colour)
{
    const int u = (face.axis + 1) % 3, v = (face.axis + 2) % 3;
    const std::vector<float> alongU = stationsAlong(box.low[u], box.high[u], radiusMm);
    const std::vector<float> alongV = stationsAlong(box.low[v], box.high[v], radiusMm);
    const auto first = static_cast<std::uint32_t>(m_mesh.positions.size());
    const auto across = static_cast<std::uint32_t>(alongU.size());
    for (const float pointV : alongV)
        for (const float pointU : alongU) {
            glm::vec3 point = face.sign > 0 ? box.high : box.low;
            point[u] = pointU;
            point[v] = pointV;
            // Every point of a rounded box is one radius from a box that is smaller by that radius.
            const glm::vec3 inner = glm::clamp(point, box.low + radiusMm, box.high - radiusMm);
            const glm::vec3 normal = glm::normalize(point - inner);
            m_mesh.positions.push_back(inner + radiusMm * normal);
            m_mesh.normals.push_back(normal);
        }
    for (std::uint32_t row = 0; row + 1 < alongV.size(); ++row)
        for (std::uint32_t column = 0; column + 1 < across; ++column) {
            const std::uint32_t corner = first + row * across + column;
            addQuad(m_mesh.indices, {corner, corner + 1, corner + across, corner + across + 1},
                    face.sign > 0);
        }
    colourNew(colour);
}

Prop PropMesh::finish() &&
{
    Prop prop;
    prop.mesh = std::make_shared<geometry::Mesh>(std::move(m_mesh));
    prop.colours = std::move(m_colours);
    return prop;
}

} // namespace knotmap::props
