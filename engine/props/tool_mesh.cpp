#include "engine/props/tool_mesh.h"

#include "engine/props/primitives.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/gtc/constants.hpp>
#include <map>
#include <utility>

namespace knotmap::props {
namespace {

// Linear RGB.
constexpr glm::vec3 kFelt{0.56F, 0.72F, 0.06F};
constexpr glm::vec3 kSeam{0.86F, 0.87F, 0.82F};
constexpr glm::vec3 kRubber{0.04F, 0.13F, 0.34F};
constexpr glm::vec3 kFoam{0.015F, 0.16F, 0.19F};
constexpr glm::vec3 kFoamGroove{0.008F, 0.09F, 0.11F};
constexpr glm::vec3 kPlastic{0.06F, 0.07F, 0.09F};
constexpr glm::vec3 kWool{0.42F, 0.38F, 0.34F};
constexpr glm::vec3 kSkin{0.62F, 0.36F, 0.26F};

constexpr float kSinkBallMm = 5, kSinkRollerMm = 6, kSinkHandMm = 4;

/// The seam of a tennis ball of radius 1: a(cos t) + b(cos 3t), a(sin t) - b(sin 3t), 2 sqrt(ab)
/// sin 2t with a = 0.75, b = 0.25.
std::vector<glm::vec3> ballSeam()
{
    constexpr int kSteps = 180;
    constexpr float kA = 0.75F, kB = 0.25F;
    std::vector<glm::vec3> seam;
    for (int i = 0; i < kSteps; ++i) {
        const float t = glm::two_pi<float>() * static_cast<float>(i) / kSteps;
        seam.push_back(glm::normalize(glm::vec3(kA * std::cos(t) + kB * std::cos(3 * t),
                                                kA * std::sin(t) - kB * std::sin(3 * t),
                                                2 * std::sqrt(kA * kB) * std::sin(2 * t))));
    }
    return seam;
}

/// The angular distance of a unit direction from the seam, in radians.
float seamDistance(const std::vector<glm::vec3>& seam, const glm::vec3& direction)
{
    float maxAlike = -1;
    for (const glm::vec3& point : seam)
        maxAlike = std::max(maxAlike, glm::dot(direction, point));
    return std::sqrt(std::max(0.0F, 2 - 2 * maxAlike)); // the chord
}

void colourAll(ToolMesh& tool, const glm::vec3& colour)
{
    tool.colours.assign(tool.mesh.positions.size(), colour);
}

ToolMesh buildBall(const care::Tool& measures)
{
    const float radius = measures.diameterMm / 2;
    ToolMesh tool;
    tool.mesh = sphere({0, 0, radius}, radius);
    tool.sinkMm = measures.firmness == "hard" ? kSinkBallMm * 0.7F : kSinkBallMm;
    const bool felt = measures.firmness == "soft";
    colourAll(tool, felt ? kFelt : kRubber);
    if (!felt)
        return tool;
    constexpr float kSeamHalfWidthMm = 1.8F, kSeamEdgeMm = 1.2F;
    const std::vector<glm::vec3> seam = ballSeam();
    for (std::size_t i = 0; i < tool.colours.size(); ++i) {
        const float off = seamDistance(seam, tool.mesh.normals[i]) * radius;
        const float share =
            std::clamp((kSeamHalfWidthMm + kSeamEdgeMm - off) / kSeamEdgeMm, 0.0F, 1.0F);
        tool.colours[i] = glm::mix(kFelt, kSeam, share);
    }
    return tool;
}

/// Two balls in a sock: the profile of the balls with the cloth stretched between them.
ToolMesh buildTwoBalls(const care::Tool& measures)
{
    const float radius = measures.diameterMm / 2;
    std::vector<glm::vec2> profile; // x along the axis, y radius
    constexpr int kSteps = 60;
    for (int i = 0; i <= kSteps; ++i) {
        const float x = 2 * radius * (2.0F * static_cast<float>(i) / kSteps - 1);
        const float inBall = std::abs(x) - radius;
        const float ball = std::sqrt(std::max(0.0F, radius * radius - inBall * inBall));
        const float cloth = std::abs(x) < radius ? 0.62F * radius : 0;
        profile.emplace_back(x, std::max(ball, cloth));
    }
    ToolMesh tool;
    tool.mesh = lathe(profile, {0, 0, radius});
    tool.sinkMm = kSinkBallMm;
    colourAll(tool, kWool);
    return tool;
}

/// A foam roller: grooved, rounded at its rims.
ToolMesh buildRoller(const care::Tool& measures)
{
    const float radius = measures.diameterMm / 2, half = measures.lengthMm / 2;
    constexpr float kRimMm = 6, kGrooveMm = 3, kPitchMm = 30, kStepMm = 2.5F;
    std::vector<glm::vec2> profile = {{-half, 0}, {-half, radius - kRimMm}};
    const int steps = static_cast<int>(2 * (half - kRimMm) / kStepMm);
    for (int i = 0; i <= steps; ++i) {
        const float x = -half + kRimMm + kStepMm * static_cast<float>(i);
        const float phase = std::cos(glm::two_pi<float>() * x / kPitchMm);
        profile.emplace_back(x, radius - kGrooveMm * std::pow(std::max(0.0F, phase), 6.0F));
    }
    profile.insert(profile.end(), {{half, radius - kRimMm}, {half, 0}});
    ToolMesh tool;
    tool.mesh = lathe(profile, {0, 0, radius});
    tool.sinkMm = kSinkRollerMm;
    for (const glm::vec3& position : tool.mesh.positions) {
        const float out = glm::length(glm::vec2(position.y, position.z - radius));
        tool.colours.push_back(out < radius - 1.0F ? kFoamGroove : kFoam);
    }
    return tool;
}

/// A massage hook: a bent rod with a knob as its tip.
ToolMesh buildHook(const care::Tool& measures)
{
    const float knob = std::max(measures.contactMm, 18.0F) / 2, rod = 9;
    const float size = std::max(measures.lengthMm, 300.0F);
    const std::vector<glm::vec3> axis = {{0, 0, knob},          {0, 0, 45},
                                         {0, size * 0.10F, 95}, {0, size * 0.28F, 120},
                                         {0, size * 0.45F, 95}, {0, size * 0.62F, 60},
                                         {0, size * 0.80F, 70}, {0, size * 0.95F, 110}};
    ToolMesh tool;
    tool.mesh = united(
        {tube(axis, {rod, rod, rod, rod, rod, rod, rod, rod}), sphere({0, 0, knob}, knob)}, 3);
    tool.sinkMm = kSinkBallMm;
    colourAll(tool, kPlastic);
    return tool;
}

/// The tip of a bent elbow with the forearm and upper arm.
ToolMesh buildElbow()
{
    ToolMesh tool;
    tool.mesh = united({tube({{0, 0, 14}, {0, 60, 60}, {0, 150, 135}}, {15, 39, 34}),
                        tube({{0, 0, 14}, {0, -55, 75}, {0, -130, 165}}, {15, 41, 44}),
                        sphere({0, 0, 17}, 17)},
                       16);
    tool.sinkMm = kSinkHandMm;
    tool.skinLike = true;
    colourAll(tool, kSkin);
    return tool;
}

/// A fist seen from its knuckles: four bent fingers, the thumb across them, the back of the hand.
ToolMesh buildFist()
{
    std::vector<geometry::Mesh> parts;
    constexpr float kSpread = 19;
    for (int finger = 0; finger < 4; ++finger) {
        const float x = kSpread * (static_cast<float>(finger) - 1.5F);
        const float shorter = finger == 3 ? 5.0F : (finger == 0 ? 2.0F : 0.0F);
        const glm::vec3 knuckle(x, 0, 11 + shorter), base(x, 8, 48), tip(x, 34, 20 + shorter);
        parts.push_back(tube({base, knuckle}, {12.5F, 10.5F}));
        parts.push_back(tube({knuckle, tip}, {10, 9}));
        parts.push_back(tube({tip, {x, 36, 44}}, {9, 8.5F}));
        parts.push_back(tube({base, {x * 0.7F, -4, 105}}, {13, 17}));
    }
    parts.push_back(tube({{-44, 22, 78}, {-38, 42, 42}, {-8, 47, 30}}, {13, 11.5F, 9.5F}));
    parts.push_back(tube({{-12, -4, 100}, {-9, -4, 190}}, {24, 25}));
    parts.push_back(tube({{12, -4, 100}, {9, -4, 190}}, {24, 25}));
    ToolMesh tool;
    tool.mesh = united(parts, 5);
    tool.sinkMm = kSinkHandMm;
    tool.skinLike = true;
    colourAll(tool, kSkin);
    return tool;
}

} // namespace

bool isOwnHand(const care::Tool& tool)
{
    return tool.shape == "thumb" || tool.shape == "fingertips" || tool.shape == "pincer";
}

ToolMesh buildTool(const care::Tool& tool)
{
    if (tool.shape == "roller")
        return buildRoller(tool);
    if (tool.shape == "two-balls")
        return buildTwoBalls(tool);
    if (tool.shape == "hook")
        return buildHook(tool);
    if (tool.shape == "elbow")
        return buildElbow();
    if (tool.shape == "ball")
        return buildBall(tool);
    return buildFist();
}

namespace {

/// A finger that would touch before the pad may press this much deeper than the pad.
constexpr float kOtherFingersMm = 10;

/// Closes the boundary loops of a cut with fans.
void closeRims(geometry::Mesh& mesh)
{
    const std::vector<std::vector<std::uint32_t>> rims = openRims(mesh);
    for (const auto& rim : rims) {
        glm::vec3 centre(0);
        for (const std::uint32_t vertex : rim)
            centre += mesh.positions[vertex] / static_cast<float>(rim.size());
        const auto middle = static_cast<std::uint32_t>(mesh.positions.size());
        mesh.positions.push_back(centre);
        for (std::size_t i = 0; i < rim.size(); ++i)
            mesh.indices.insert(mesh.indices.end(), {middle, rim[(i + 1) % rim.size()], rim[i]});
    }
}

/// Keeps the part of the skin below a height, cutting triangles level there.
class LevelCut
{
public:
    LevelCut(const geometry::Mesh& skin, float heightMm)
        : m_skin(skin), m_height(heightMm), m_moved(skin.positions.size(), UINT32_MAX)
    {}

    void add(std::uint32_t a, std::uint32_t b, std::uint32_t c)
    {
        std::vector<std::uint32_t> polygon;
        const std::array<std::uint32_t, 3> corners = {a, b, c};
        for (std::size_t k = 0; k < 3; ++k) {
            const std::uint32_t from = corners[k], to = corners[(k + 1) % 3];
            if (below(from))
                polygon.push_back(vertex(from));
            if (below(from) != below(to))
                polygon.push_back(crossing(from, to));
        }
        for (std::size_t k = 2; k < polygon.size(); ++k)
            part.indices.insert(part.indices.end(), {polygon[0], polygon[k - 1], polygon[k]});
    }

    geometry::Mesh part;

private:
    bool below(std::uint32_t index) const { return m_skin.positions[index].y < m_height; }

    std::uint32_t push(const glm::vec3& position)
    {
        part.positions.push_back(position);
        return static_cast<std::uint32_t>(part.positions.size() - 1);
    }
    std::uint32_t vertex(std::uint32_t index)
    {
        if (m_moved[index] == UINT32_MAX)
            m_moved[index] = push(m_skin.positions[index]);
        return m_moved[index];
    }
    /// Both triangles at an edge get the same vertex.
    std::uint32_t crossing(std::uint32_t from, std::uint32_t to)
    {
        const auto edge = std::minmax(from, to);
        const auto known = m_crossings.find(edge);
        if (known != m_crossings.end())
            return known->second;
        const glm::vec3 &a = m_skin.positions[edge.first], &b = m_skin.positions[edge.second];
        return m_crossings[edge] = push(glm::mix(a, b, (m_height - a.y) / (b.y - a.y)));
    }

    const geometry::Mesh& m_skin;
    float m_height;
    std::vector<std::uint32_t> m_moved;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> m_crossings;
};

geometry::Mesh crop(const geometry::Mesh& skin, const std::vector<bool>& kept, float heightMm)
{
    LevelCut cut(skin, heightMm);
    for (std::size_t i = 0; i + 2 < skin.indices.size(); i += 3) {
        const std::uint32_t a = skin.indices[i], b = skin.indices[i + 1], c = skin.indices[i + 2];
        if (kept[a] && kept[b] && kept[c])
            cut.add(a, b, c);
    }
    return std::move(cut.part);
}

} // namespace

ToolMesh cutHand(const geometry::Mesh& skin, const std::vector<bool>& kept,
                 const HandContact& contact)
{
    ToolMesh tool;
    tool.mesh = crop(skin, kept, contact.cutHeightMm);
    closeRims(tool.mesh);
    // The hand's own axes: the direction of the finger, its pad's outward normal, and across.
    const glm::vec3 pointing = glm::normalize(contact.pointing);
    const glm::vec3 pad =
        glm::normalize(contact.padNormal - pointing * glm::dot(contact.padNormal, pointing));
    const glm::vec3 across = glm::cross(pad, pointing);
    // In the tool's frame the finger comes down from +Y at the slant, its pad towards the skin.
    const glm::vec3 toPointing(0, -std::cos(contact.slantRad), -std::sin(contact.slantRad));
    const glm::vec3 toPad(0, std::sin(contact.slantRad), -std::cos(contact.slantRad));
    const glm::vec3 toAcross = glm::cross(toPad, toPointing);
    for (glm::vec3& position : tool.mesh.positions) {
        const glm::vec3 from = position - contact.contact;
        position = glm::dot(from, pointing) * toPointing + glm::dot(from, pad) * toPad +
                   glm::dot(from, across) * toAcross;
    }
    computeNormals(tool.mesh);
    const float lowest = std::max(geometry::boundsOf(tool.mesh).low.z, -kOtherFingersMm);
    for (glm::vec3& position : tool.mesh.positions)
        position.z -= lowest;
    tool.skinLike = true;
    tool.sinkMm = kSinkHandMm;
    colourAll(tool, kSkin);
    return tool;
}

} // namespace knotmap::props
