#include "engine/posture/self_contact.h"

#include "engine/body/skinning.h"
#include "engine/words/tr.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <glm/geometric.hpp>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace knotmap::posture {
namespace {

using core::Side;

enum class Kind
{
    Head,
    Trunk,
    UpperArm,
    Forearm, ///< and hand
    Thigh,
    LowerLeg ///< and foot
};

constexpr std::array<const char*, 6> kNames = {mark("head"),    mark("trunk"), mark("upper arm"),
                                               mark("forearm"), mark("thigh"), mark("lower leg")};

/// A body part on its side; head and trunk are on the midline.
struct Part
{
    Kind kind = Kind::Trunk;
    Side side = Side::Midline;

    friend bool operator<(const Part& a, const Part& b)
    {
        return std::pair(a.kind, a.side) < std::pair(b.kind, b.side);
    }
    friend bool operator==(const Part& a, const Part& b)
    {
        return a.kind == b.kind && a.side == b.side;
    }
};

std::string nameOf(const Part& part)
{
    const char* name = tr(kNames[static_cast<std::size_t>(part.kind)]);
    return part.side == Side::Midline ? name : trf("{} {}", tr(core::sideName(part.side)), name);
}

Kind kindOf(const anatomy::JointKey& joint)
{
    using anatomy::BodyPart;
    switch (joint.part) {
    case BodyPart::Neck:
        // Its lower half bends with the trunk.
        return joint == anatomy::kLowerNeck ? Kind::Trunk : Kind::Head;
    case BodyPart::Head:
        return Kind::Head;
    case BodyPart::UpperArm:
        return Kind::UpperArm;
    case BodyPart::Forearm:
    case BodyPart::Hand:
    case BodyPart::Finger:
        return Kind::Forearm;
    case BodyPart::Thigh:
        return Kind::Thigh;
    case BodyPart::Leg:
    case BodyPart::Foot:
    case BodyPart::Toe:
        return Kind::LowerLeg;
    default:
        return Kind::Trunk;
    }
}

Part partOf(const body::JointInstance& joint)
{
    const Kind kind = kindOf(joint.key);
    const bool middle = kind == Kind::Head || kind == Kind::Trunk;
    return {kind, middle ? Side::Midline : joint.side};
}

/// Whether one is attached to the other, so that they always meet.
bool joined(const Part& a, const Part& b)
{
    const auto is = [&](Kind one, Kind other) {
        return (a.kind == one && b.kind == other) || (a.kind == other && b.kind == one);
    };
    if (is(Kind::Head, Kind::Trunk) || is(Kind::UpperArm, Kind::Trunk) ||
        is(Kind::Thigh, Kind::Trunk))
        return true;
    return a.side == b.side &&
           (is(Kind::UpperArm, Kind::Forearm) || is(Kind::Thigh, Kind::LowerLeg));
}

/// The posed skin of one part.
class PartSkin
{
public:
    PartSkin(const geometry::Mesh& body, const std::vector<std::uint32_t>& triangles)
        : m_surface(meshOf(body, triangles)), m_rim(rimOf(m_surface.mesh()))
    {}

    /// The depth of a point in the part; none outside, or over its open end.
    std::optional<float> depthOf(const glm::vec3& point) const
    {
        constexpr float kDeepestMm = 150;
        const auto near = m_surface.closestWithin(point, kDeepestMm);
        if (!near || glm::dot(point - near->position, near->normal) >= 0)
            return std::nullopt;
        const auto& indices = m_surface.mesh().indices;
        for (std::size_t corner = 0; corner < 3; ++corner)
            if (m_rim[indices[3 * near->triangle + corner]])
                return std::nullopt;
        return near->distance;
    }

private:
    static std::shared_ptr<const geometry::Mesh> meshOf(const geometry::Mesh& body,
                                                        const std::vector<std::uint32_t>& triangles)
    {
        auto mesh = std::make_shared<geometry::Mesh>();
        std::map<std::uint32_t, std::uint32_t> newIndex;
        for (const std::uint32_t triangle : triangles)
            for (std::size_t corner = 0; corner < 3; ++corner) {
                const std::uint32_t vertex = body.indices[3 * triangle + corner];
                const auto [at, isNew] = newIndex.try_emplace(
                    vertex, static_cast<std::uint32_t>(mesh->positions.size()));
                if (isNew) {
                    mesh->positions.push_back(body.positions[vertex]);
                    mesh->normals.push_back(body.normals[vertex]);
                }
                mesh->indices.push_back(at->second);
            }
        return mesh;
    }

    /// The vertices on boundary edges.
    static std::vector<bool> rimOf(const geometry::Mesh& mesh)
    {
        std::map<std::pair<std::uint32_t, std::uint32_t>, int> edges;
        for (std::size_t i = 0; i < mesh.indices.size(); i += 3)
            for (std::size_t corner = 0; corner < 3; ++corner)
                ++edges[std::minmax(mesh.indices[i + corner], mesh.indices[i + (corner + 1) % 3])];
        std::vector<bool> rim(mesh.positions.size(), false);
        for (const auto& [edge, count] : edges)
            if (count == 1)
                rim[edge.first] = rim[edge.second] = true;
        return rim;
    }

    geometry::Surface m_surface;
    std::vector<bool> m_rim;
};

} // namespace

SelfContact deepestSelfContact(const body::BodyModel& model, const body::BoneTransforms& transforms,
                               const std::optional<Pressed>& pressed)
{
    const auto posed = std::make_shared<const geometry::Mesh>(model.coarseSkin->posed(transforms));
    const geometry::Mesh& body = *posed;
    const geometry::Surface whole(posed);
    // A part has an open end: in a hollow beside it a point may appear to be inside.
    const auto enclosed = [&](std::uint32_t vertex) {
        constexpr float kJustOffMm = 2;
        return whole.contains(body.positions[vertex] + kJustOffMm * body.normals[vertex]);
    };
    std::map<Part, std::vector<std::uint32_t>> triangles;
    for (std::uint32_t t = 0; t < body.indices.size() / 3; ++t)
        triangles[partOf(model.atlas->joints[model.coarseSkin->jointOf(t)])].push_back(t);
    std::map<Part, PartSkin> skins;
    for (const auto& [part, own] : triangles)
        skins.try_emplace(part, body, own);
    SelfContact deepest;
    for (const auto& [part, own] : triangles)
        for (const auto& [other, skin] : skins) {
            if (part == other || joined(part, other))
                continue;
            for (const std::uint32_t triangle : own) {
                const std::uint32_t vertex = body.indices[3 * triangle];
                const glm::vec3& point = body.positions[vertex];
                if (pressed && glm::distance(point, pressed->at) < pressed->reachMm)
                    continue;
                const auto depth = skin.depthOf(point);
                if (depth && *depth > deepest.depthMm && enclosed(vertex))
                    deepest = {*depth, nameOf(part), nameOf(other), point,
                               model.coarseSkin->jointOf(triangle)};
            }
        }
    return deepest;
}

} // namespace knotmap::posture
