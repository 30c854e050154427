#include "engine/bake/skin_weights.h"

#include "engine/bake/limb_twist.h"
#include "engine/body/joint_instances.h"
#include "engine/core/parallel.h"
#include "engine/geometry/mirror.h"
#include "engine/geometry/surface.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>
#include <optional>

namespace knotmap::bake {
namespace {

/// All muscles and bones of the right side and the midline as one coarse surface.
struct Underneath
{
    std::shared_ptr<geometry::Mesh> mesh = std::make_shared<geometry::Mesh>();
    std::vector<body::JointWeights> weights;
};

Underneath gather(const body::Atlas& atlas)
{
    Underneath under;
    for (const body::Shape& shape : atlas.shapes) {
        const auto offset = static_cast<std::uint32_t>(under.mesh->positions.size());
        const auto& triangles =
            shape.coarser.empty() ? shape.mesh.indices : shape.coarser.front().indices;
        under.mesh->positions.insert(under.mesh->positions.end(), shape.mesh.positions.begin(),
                                     shape.mesh.positions.end());
        under.mesh->normals.insert(under.mesh->normals.end(), shape.mesh.normals.begin(),
                                   shape.mesh.normals.end());
        for (const std::uint32_t index : triangles)
            under.mesh->indices.push_back(offset + index);
        under.weights.insert(under.weights.end(), shape.weights.begin(), shape.weights.end());
    }
    return under;
}

/// Pelvis, spine and shoulder girdle, and the limbs' first joints.
bool isOfTrunk(const anatomy::JointKey& key)
{
    using anatomy::BodyPart;
    return key.part == BodyPart::PelvicGirdle || key.kind == anatomy::JointKind::Intervertebral ||
           key.part == BodyPart::ShoulderGirdle || key == anatomy::kHip ||
           key == anatomy::kShoulder;
}

/// Shares of all joints at each vertex of the skin, a row a vertex.
class SkinShares
{
public:
    explicit SkinShares(const body::Atlas& atlas)
        : m_atlas(atlas), m_width(atlas.joints.size()),
          m_images(geometry::mirrorVertices(atlas.skin.mesh)),
          m_rows(atlas.skin.mesh.positions.size() * m_width, 0.0F)
    {
        for (std::uint32_t joint = 0; joint < m_width; ++joint)
            m_opposite.push_back(body::oppositeJoint(atlas.joints, joint));
    }

    void takeFromBelow()
    {
        const Underneath under = gather(m_atlas);
        const geometry::Surface surface(under.mesh);
        const auto& positions = m_atlas.skin.mesh.positions;
        core::parallelFor(positions.size(), [&](std::size_t i) {
            if (positions[i].x > 0)
                return;
            const auto below = surface.closest(positions[i]);
            for (int corner = 0; corner < 3; ++corner) {
                const std::size_t k = 3 * below->triangle + static_cast<std::size_t>(corner);
                const body::JointWeights& weights = under.weights[under.mesh->indices[k]];
                for (std::size_t slot = 0; slot < 4; ++slot)
                    row(i)[weights.joints[slot]] +=
                        below->barycentric[corner] * static_cast<float>(weights.shares[slot]) / 255;
            }
        });
        mirrorToLeft();
    }

    /// Moves each vertex halfway to the mean of its neighbours, repeatedly (heat diffusion along
    /// the skin).
    void smooth(int rounds)
    {
        const auto shared = std::make_shared<const geometry::Mesh>(m_atlas.skin.mesh);
        const geometry::Surface skin(shared);
        for (int round = 0; round < rounds; ++round) {
            std::vector<float> smoothed(m_rows.size(), 0.0F);
            core::parallelFor(m_images.size(), [&](std::size_t i) {
                float* to = smoothed.data() + i * m_width;
                const auto vertex = static_cast<std::uint32_t>(i);
                const auto* begin = skin.neighboursBegin(vertex);
                const auto* end = skin.neighboursEnd(vertex);
                for (const auto* neighbour = begin; neighbour != end; ++neighbour)
                    add(to, *neighbour, 0.5F / static_cast<float>(end - begin));
                add(to, i, 0.5F);
            });
            m_rows = std::move(smoothed);
        }
        mirrorToLeft();
    }

    /// Further rounds for trunk, shoulders and hips only, where tissue deforms over a hand's
    /// breadth; elbows, knees and everything distal to them stay as they are.
    void smoothTrunk(int rounds)
    {
        const std::vector<std::uint32_t> joints = trunkJoints();
        const std::vector<std::uint32_t> wide = movedByAlone(joints);
        const auto shared = std::make_shared<const geometry::Mesh>(m_atlas.skin.mesh);
        const geometry::Surface skin(shared);
        std::vector<float> smoothed(wide.size() * joints.size());
        for (int round = 0; round < rounds; ++round) {
            core::parallelFor(wide.size(), [&](std::size_t k) {
                float* to = smoothed.data() + k * joints.size();
                const auto* begin = skin.neighboursBegin(wide[k]);
                const auto* end = skin.neighboursEnd(wide[k]);
                const float share = 0.5F / static_cast<float>(end - begin);
                for (std::size_t j = 0; j < joints.size(); ++j) {
                    float sum = 0;
                    for (const auto* neighbour = begin; neighbour != end; ++neighbour)
                        sum += row(*neighbour)[joints[j]];
                    to[j] = share * sum + 0.5F * row(wide[k])[joints[j]];
                }
            });
            for (std::size_t k = 0; k < wide.size(); ++k)
                for (std::size_t j = 0; j < joints.size(); ++j)
                    row(wide[k])[joints[j]] = smoothed[k * joints.size() + j];
        }
        mirrorToLeft();
    }

    /// Where an arm has weight, most of the trunk's weight goes to the scapula instead: the skin
    /// around the arm then moves with the shoulder girdle and is not stretched when that moves.
    void leadOverScapula()
    {
        const std::optional<std::uint32_t> scapula =
            body::findJoint(m_atlas.joints, anatomy::kScapula, core::Side::Right);
        if (!scapula)
            return;
        const std::vector<Part> parts = partsAbout(*scapula);
        for (std::size_t i = 0; i < m_images.size(); ++i) {
            if (m_atlas.skin.mesh.positions[i].x > 0)
                continue;
            float arm = 0;
            for (std::size_t joint = 0; joint < m_width; ++joint)
                arm += parts[joint] == Part::Arm ? row(i)[joint] : 0;
            if (arm <= 0)
                continue;
            const float kept = std::pow(1 - std::min(arm, 1.0F), 3.0F);
            for (std::size_t joint = 0; joint < m_width; ++joint)
                if (parts[joint] == Part::Trunk) {
                    row(i)[*scapula] += (1 - kept) * row(i)[joint];
                    row(i)[joint] *= kept;
                }
        }
        mirrorToLeft();
    }

    void shareTwists()
    {
        const LimbTwist forearm = LimbTwist::ofForearm(m_atlas.joints),
                        upperArm = LimbTwist::ofUpperArm(m_atlas.joints);
        for (std::size_t i = 0; i < m_images.size(); ++i)
            if (const glm::vec3& point = m_atlas.skin.mesh.positions[i]; point.x <= 0) {
                forearm.share(point, row(i));
                upperArm.share(point, row(i));
            }
        mirrorToLeft();
    }

    std::vector<body::JointWeights> weights() const
    {
        std::vector<body::JointWeights> weights(m_images.size());
        core::parallelFor(weights.size(), [&](std::size_t i) {
            if (m_atlas.skin.mesh.positions[i].x > 0)
                return;
            weights[i] = body::strongest(m_rows.data() + i * m_width, m_width);
        });
        // The other half mirrors the first, whichever of equal weights that kept.
        for (std::size_t i = 0; i < weights.size(); ++i)
            if (m_atlas.skin.mesh.positions[i].x > 0)
                weights[i] = m_images[i] == i
                                 ? body::strongest(m_rows.data() + i * m_width, m_width)
                                 : opposite(weights[m_images[i]]);
            else if (m_atlas.skin.mesh.positions[i].x == 0)
                weights[i] = balanced(weights[i]);
        return weights;
    }

private:
    enum class Part
    {
        Trunk, ///< and everything except girdle and arm
        Girdle,
        Arm
    };

    /// What each joint belongs to, as seen from a shoulder blade: the arm hangs on it, it hangs on
    /// the girdle.
    std::vector<Part> partsAbout(std::uint32_t scapula) const
    {
        std::vector<Part> parts(m_width, Part::Trunk);
        parts[scapula] = Part::Girdle;
        if (const std::int32_t clavicle = m_atlas.joints[scapula].parent; clavicle >= 0)
            parts[static_cast<std::size_t>(clavicle)] = Part::Girdle;
        for (std::uint32_t joint = scapula + 1; joint < m_width; ++joint) {
            const std::int32_t parent = m_atlas.joints[joint].parent;
            const bool hangs =
                parent == static_cast<std::int32_t>(scapula) ||
                (parent >= 0 && parts[static_cast<std::size_t>(parent)] == Part::Arm);
            if (hangs)
                parts[joint] = Part::Arm;
        }
        return parts;
    }

    float* row(std::size_t vertex) { return m_rows.data() + vertex * m_width; }

    void add(float* to, std::size_t vertex, float share) const
    {
        const float* from = m_rows.data() + vertex * m_width;
        for (std::size_t joint = 0; joint < m_width; ++joint)
            to[joint] += share * from[joint];
    }

    std::vector<std::uint32_t> trunkJoints() const
    {
        std::vector<std::uint32_t> found;
        for (std::uint32_t joint = 0; joint < m_width; ++joint)
            if (isOfTrunk(m_atlas.joints[joint].key))
                found.push_back(joint);
        return found;
    }

    /// The vertices in which no other joint has any weight.
    std::vector<std::uint32_t> movedByAlone(const std::vector<std::uint32_t>& joints) const
    {
        constexpr float kOthers = 0.001F;
        std::vector<std::uint32_t> vertices;
        for (std::uint32_t i = 0; i < m_images.size(); ++i) {
            float share = 0;
            for (const std::uint32_t joint : joints)
                share += m_rows[i * m_width + joint];
            if (share > 1 - kOthers)
                vertices.push_back(i);
        }
        return vertices;
    }

    body::JointWeights opposite(body::JointWeights weights) const
    {
        for (std::size_t slot = 0; slot < 4; ++slot)
            if (weights.shares[slot] > 0)
                weights.joints[slot] = static_cast<std::uint8_t>(m_opposite[weights.joints[slot]]);
        return weights;
    }

    /// The same with equal weights on both sides, for the midline: what rounding added to one side,
    /// or a weight whose counterpart was too small to be kept, goes to a joint of the midline.
    body::JointWeights balanced(body::JointWeights weights) const
    {
        int middle = -1;
        for (int slot = 3; slot >= 0; --slot)
            if (m_opposite[weights.joints[static_cast<std::size_t>(slot)]] ==
                weights.joints[static_cast<std::size_t>(slot)])
                middle = slot;
        if (middle < 0)
            return weights;
        for (std::size_t slot = 0; slot < 4; ++slot) {
            const std::size_t other = m_opposite[weights.joints[slot]];
            if (weights.shares[slot] == 0 || other == weights.joints[slot])
                continue;
            const auto partner = std::find(weights.joints.begin(), weights.joints.end(), other);
            const std::uint8_t equal =
                partner == weights.joints.end()
                    ? std::uint8_t{0}
                    : std::min(weights.shares[slot], weights.shares[static_cast<std::size_t>(
                                                         partner - weights.joints.begin())]);
            weights.shares[static_cast<std::size_t>(middle)] = static_cast<std::uint8_t>(
                weights.shares[static_cast<std::size_t>(middle)] + weights.shares[slot] - equal);
            weights.shares[slot] = equal;
        }
        return weights;
    }

    /// The left mirrors the right; on the midline both sides share.
    void mirrorToLeft()
    {
        for (std::size_t i = 0; i < m_images.size(); ++i) {
            const std::size_t image = m_images[i];
            const bool middle = image == i;
            if (!middle && m_atlas.skin.mesh.positions[i].x > 0)
                continue;
            for (std::size_t joint = 0; joint < m_width; ++joint) {
                const std::size_t other = m_opposite[joint];
                if (!middle)
                    row(image)[other] = row(i)[joint];
                else if (joint < other)
                    row(i)[joint] = row(i)[other] = (row(i)[joint] + row(i)[other]) / 2;
            }
        }
    }

    const body::Atlas& m_atlas;
    std::size_t m_width;
    std::vector<std::uint32_t> m_images;
    std::vector<std::size_t> m_opposite;
    std::vector<float> m_rows;
};

} // namespace

void weighSkin(body::Atlas& atlas)
{
    constexpr int kRounds = 24; // about 15 mm where the skin's triangles are coarse
    constexpr int kTrunkRounds = 120;
    SkinShares shares(atlas);
    shares.takeFromBelow();
    shares.smooth(kRounds);
    shares.smoothTrunk(kTrunkRounds);
    shares.leadOverScapula();
    shares.shareTwists();
    atlas.skin.weights = shares.weights();
}

} // namespace knotmap::bake
