#include "engine/body/joint_weights.h"

#include "engine/core/parallel.h"
#include "engine/geometry/surface.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <map>
#include <numeric>
#include <optional>
#include <string_view>

namespace knotmap::body {
namespace {

using Shares = std::vector<float>; ///< one a joint

/// The four largest shares, as whole numbers that add up to 255.
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

/// The bones that each joint of the right side and the midline carries, as one surface.
class Carriers
{
public:
    Carriers(const Atlas& atlas, const std::vector<anatomy::Joint>& joints)
        : m_surfaces(atlas.joints.size())
    {
        for (std::uint32_t i = 0; i < atlas.joints.size(); ++i) {
            const JointInstance& instance = atlas.joints[i];
            if (instance.side == core::Side::Left)
                continue;
            const auto joint =
                std::find_if(joints.begin(), joints.end(),
                             [&](const anatomy::Joint& each) { return each.id == instance.id; });
            auto mesh = std::make_shared<geometry::Mesh>();
            for (const std::string& bone : joint->bones)
                if (const auto shape = atlas.findShape(bone)) {
                    m_jointOfBone[bone] = i;
                    append(*mesh, atlas.shapes[*shape].mesh);
                }
            if (!mesh->empty())
                m_surfaces[i].emplace(std::move(mesh));
        }
    }

    std::optional<std::uint32_t> jointOf(const std::string& bone) const
    {
        const auto found = m_jointOfBone.find(bone);
        return found == m_jointOfBone.end() ? std::nullopt : std::optional(found->second);
    }

    /// Millimetres to the bones that a joint carries; nothing where it carries none.
    std::optional<float> distance(std::uint32_t joint, const glm::vec3& place) const
    {
        if (!m_surfaces[joint])
            return std::nullopt;
        return m_surfaces[joint]->closest(place)->distance;
    }

private:
    std::vector<std::optional<geometry::Surface>> m_surfaces;
    std::map<std::string, std::uint32_t> m_jointOfBone;
};

/// The joints from one up to the root, itself first.
std::vector<std::uint32_t> chain(const Atlas& atlas, std::uint32_t joint)
{
    std::vector<std::uint32_t> up{joint};
    while (atlas.joints[up.back()].parent >= 0)
        up.push_back(static_cast<std::uint32_t>(atlas.joints[up.back()].parent));
    return up;
}

/// All joints on the ways between those given, through the nearest that they all hang on.
std::vector<std::uint32_t> between(const Atlas& atlas, const std::vector<std::uint32_t>& ends)
{
    std::map<std::uint32_t, std::size_t> passed;
    for (const std::uint32_t end : ends)
        for (const std::uint32_t joint : chain(atlas, end))
            ++passed[joint];
    // Parents come before their children: the last joint that all pass is the nearest common one.
    std::uint32_t common = 0;
    for (const auto& [joint, times] : passed)
        if (times == ends.size())
            common = joint;
    std::vector<std::uint32_t> way;
    for (const auto& [joint, times] : passed)
        if (times < ends.size() || joint == common)
            way.push_back(joint);
    return way;
}

/// The joints that can move a muscle. One whose ends are no bones moves with whatever is near; one
/// that has bones at one end alone, as the iliotibial tract, hangs on muscles that come from
/// further up: with all from there to the root.
std::vector<std::uint32_t> moversOf(const Atlas& atlas, const anatomy::Structure& muscle,
                                    const Carriers& carriers)
{
    std::vector<std::uint32_t> ends;
    bool oneEndOnly = false;
    for (const auto* bones : {&muscle.originBones, &muscle.insertionBones}) {
        const std::size_t before = ends.size();
        for (const std::string& bone : *bones)
            if (const auto joint = carriers.jointOf(bone))
                ends.push_back(*joint);
        oneEndOnly = oneEndOnly || ends.size() == before;
    }
    if (!ends.empty() && oneEndOnly)
        ends.push_back(0);
    if (!ends.empty())
        return between(atlas, ends);
    std::vector<std::uint32_t> all;
    for (std::uint32_t i = 0; i < atlas.joints.size(); ++i)
        if (atlas.joints[i].side != core::Side::Left)
            all.push_back(i);
    return all;
}

/// The turn of the radius about the ulna, shared out along the forearm: none of it at the elbow,
/// all at the wrist. What lies near the bones follows them; skin and outer muscles would wring
/// like a cloth if all of the turn fell to the place where one bone comes nearer than the other.
class ForearmTwist
{
public:
    explicit ForearmTwist(const std::vector<JointInstance>& joints)
    {
        const auto find = [&](std::string_view id) {
            for (std::uint32_t i = 0; i < joints.size(); ++i)
                if (joints[i].id == id && joints[i].side == core::Side::Right)
                    return std::optional(i);
            return std::optional<std::uint32_t>();
        };
        const auto elbow = find("elbow"), radius = find("radioulnar"), wrist = find("wrist");
        m_known = elbow && radius && wrist;
        if (!m_known)
            return;
        m_ulna = *elbow;
        m_radius = *radius;
        m_from = joints[*radius].at;
        const glm::vec3 way = joints[*wrist].at - m_from;
        m_way = way / glm::dot(way, way);
    }

    /// Shares out what both bones have at a place of the right arm.
    void share(const glm::vec3& place, float* shares) const
    {
        if (!m_known)
            return;
        const float both = shares[m_ulna] + shares[m_radius];
        if (both <= 0)
            return;
        const float along = std::clamp(glm::dot(place - m_from, m_way), 0.0F, 1.0F);
        shares[m_radius] = both * along;
        shares[m_ulna] = both * (1 - along);
    }

private:
    bool m_known = false;
    std::uint32_t m_ulna = 0, m_radius = 0;
    glm::vec3 m_from{0}, m_way{0}; ///< `m_way` over its own squared length
};

JointWeights weightsAt(const glm::vec3& place, const std::vector<std::uint32_t>& movers,
                       const Carriers& carriers, const ForearmTwist* twist, Shares& shares)
{
    constexpr float kSoftMm = 2;
    std::fill(shares.begin(), shares.end(), 0.0F);
    for (const std::uint32_t joint : movers)
        if (const auto distance = carriers.distance(joint, place))
            shares[joint] = std::pow(*distance + kSoftMm, -3.0F);
    if (twist != nullptr)
        twist->share(place, shares.data());
    return strongest(shares.data(), shares.size());
}

void weighShape(const Atlas& atlas, Shape& shape, const anatomy::Structure& structure,
                const Carriers& carriers)
{
    const std::size_t count = shape.mesh.positions.size();
    if (shape.kind != anatomy::Kind::Muscle) {
        JointWeights rigid;
        rigid.joints[0] = static_cast<std::uint8_t>(carriers.jointOf(shape.id).value_or(0));
        rigid.shares[0] = 255;
        shape.weights.assign(count, rigid);
        return;
    }
    const std::vector<std::uint32_t> movers = moversOf(atlas, structure, carriers);
    // Deep muscles lie on the bones of the forearm and go with them.
    const ForearmTwist twist(atlas.joints);
    const bool twists = shape.layer != anatomy::Layer::Deep;
    Shares shares(atlas.joints.size());
    shape.weights.reserve(count);
    for (const glm::vec3& position : shape.mesh.positions)
        shape.weights.push_back(
            weightsAt(position, movers, carriers, twists ? &twist : nullptr, shares));
}

/// All muscles and bones of the right side and the midline as one coarse surface.
struct Underneath
{
    std::shared_ptr<geometry::Mesh> mesh = std::make_shared<geometry::Mesh>();
    std::vector<JointWeights> weights;
};

Underneath gather(const Atlas& atlas)
{
    Underneath under;
    for (const Shape& shape : atlas.shapes) {
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

/// For each vertex of a symmetric mesh its image on the other side; itself on the midline.
std::vector<std::uint32_t> imagesOf(const geometry::Mesh& mesh)
{
    std::map<std::array<float, 3>, std::uint32_t> at;
    for (std::uint32_t i = 0; i < mesh.positions.size(); ++i) {
        const glm::vec3& p = mesh.positions[i];
        at[{p.x, p.y, p.z}] = i;
    }
    std::vector<std::uint32_t> images(mesh.positions.size());
    for (std::uint32_t i = 0; i < images.size(); ++i) {
        const glm::vec3& p = mesh.positions[i];
        const auto found = at.find({-p.x, p.y, p.z});
        images[i] = found == at.end() ? i : found->second;
    }
    return images;
}

/// Shares of all joints at each vertex of the skin, a row a vertex.
class SkinShares
{
public:
    explicit SkinShares(const Atlas& atlas)
        : m_atlas(atlas), m_width(atlas.joints.size()), m_images(imagesOf(atlas.skin.mesh)),
          m_rows(atlas.skin.mesh.positions.size() * m_width, 0.0F)
    {
        for (std::uint32_t joint = 0; joint < m_width; ++joint)
            m_opposite.push_back(oppositeJoint(atlas.joints, joint));
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
                const JointWeights& weights = under.weights[under.mesh->indices[k]];
                for (std::size_t slot = 0; slot < 4; ++slot)
                    row(i)[weights.joints[slot]] +=
                        below->barycentric[corner] * static_cast<float>(weights.shares[slot]) / 255;
            }
        });
        mirrorToLeft();
    }

    /// Each vertex halfway to the mean of its neighbours, again and again (heat along the skin).
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

    /// Further rounds for trunk, shoulders and hips alone, where flesh gives way over a hand's
    /// breadth; elbows, knees and all beyond them stay as they are.
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

    void shareForearms()
    {
        const ForearmTwist twist(m_atlas.joints);
        for (std::size_t i = 0; i < m_images.size(); ++i)
            if (m_atlas.skin.mesh.positions[i].x <= 0)
                twist.share(m_atlas.skin.mesh.positions[i], row(i));
        mirrorToLeft();
    }

    std::vector<JointWeights> weights() const
    {
        std::vector<JointWeights> weights(m_images.size());
        core::parallelFor(weights.size(), [&](std::size_t i) {
            if (m_atlas.skin.mesh.positions[i].x > 0)
                return;
            weights[i] = strongest(m_rows.data() + i * m_width, m_width);
        });
        // From the left to the right: where two vertices lie at one place only one is an image.
        for (std::size_t i = 0; i < weights.size(); ++i)
            if (m_atlas.skin.mesh.positions[i].x > 0)
                weights[i] = m_images[i] == i ? strongest(m_rows.data() + i * m_width, m_width)
                                              : opposite(weights[m_images[i]]);
        return weights;
    }

private:
    float* row(std::size_t vertex) { return m_rows.data() + vertex * m_width; }

    void add(float* to, std::size_t vertex, float share) const
    {
        const float* from = m_rows.data() + vertex * m_width;
        for (std::size_t joint = 0; joint < m_width; ++joint)
            to[joint] += share * from[joint];
    }

    std::vector<std::uint32_t> trunkJoints() const
    {
        static constexpr std::array<std::string_view, 11> kTrunk = {
            "pelvis",      "lumbosacral",     "lumbar",   "thoracolumbar",    "thoracic",
            "hip",         "cervicothoracic", "cervical", "sternoclavicular", "acromioclavicular",
            "glenohumeral"};
        std::vector<std::uint32_t> found;
        for (std::uint32_t joint = 0; joint < m_width; ++joint)
            if (std::find(kTrunk.begin(), kTrunk.end(), m_atlas.joints[joint].id) != kTrunk.end())
                found.push_back(joint);
        return found;
    }

    /// The vertices in which no other joint has a share.
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

    JointWeights opposite(JointWeights weights) const
    {
        for (std::size_t slot = 0; slot < 4; ++slot)
            if (weights.shares[slot] > 0)
                weights.joints[slot] = static_cast<std::uint8_t>(m_opposite[weights.joints[slot]]);
        return weights;
    }

    /// The left becomes the image of the right; on the midline both sides share.
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

    const Atlas& m_atlas;
    std::size_t m_width;
    std::vector<std::uint32_t> m_images;
    std::vector<std::size_t> m_opposite;
    std::vector<float> m_rows;
};

/// Adds a vertex' weights, by a factor.
void addTo(Shares& shares, const JointWeights& weights, float factor)
{
    for (std::size_t slot = 0; slot < 4; ++slot)
        shares[weights.joints[slot]] += factor * static_cast<float>(weights.shares[slot]) / 255;
}

/// A muscle's vertices under the skin go with the skin the more the nearer they lie to it, against
/// how near the bones are: else flesh would come through the skin where joints bend.
void drawToSkin(const Atlas& atlas, const geometry::Surface& skin, Shape& shape,
                const Carriers& carriers)
{
    constexpr float kSkinReachMm = 45;
    Shares shares(atlas.joints.size());
    for (std::size_t i = 0; i < shape.weights.size(); ++i) {
        const glm::vec3& place = shape.mesh.positions[i];
        const auto on = skin.closestWithin(place, kSkinReachMm);
        if (!on || on->position.x > 0)
            continue;
        float bone = kSkinReachMm;
        for (std::size_t slot = 0; slot < 4; ++slot)
            if (shape.weights[i].shares[slot] > 0)
                if (const auto distance = carriers.distance(shape.weights[i].joints[slot], place))
                    bone = std::min(bone, *distance);
        const float toSkin = bone / (bone + on->distance + 0.1F);
        std::fill(shares.begin(), shares.end(), 0.0F);
        addTo(shares, shape.weights[i], 1 - toSkin);
        for (int corner = 0; corner < 3; ++corner) {
            const std::size_t k = 3 * on->triangle + static_cast<std::size_t>(corner);
            addTo(shares, atlas.skin.weights[skin.mesh().indices[k]],
                  toSkin * on->barycentric[corner]);
        }
        shape.weights[i] = strongest(shares.data(), shares.size());
    }
}

/// The skin's weights: those of the muscle or bone beneath, smoothed along the skin.
void weighSkin(Atlas& atlas)
{
    constexpr int kRounds = 24; // about 15 mm where the skin's triangles are coarse
    constexpr int kTrunkRounds = 120;
    SkinShares shares(atlas);
    shares.takeFromBelow();
    shares.smooth(kRounds);
    shares.smoothTrunk(kTrunkRounds);
    shares.shareForearms();
    atlas.skin.weights = shares.weights();
}

} // namespace

std::vector<JointInstance> placeJoints(const std::vector<anatomy::Joint>& joints)
{
    std::vector<JointInstance> instances;
    const auto find = [&](const std::string& id, core::Side side) {
        for (std::size_t i = 0; i < instances.size(); ++i)
            if (instances[i].id == id &&
                (instances[i].side == side || instances[i].side == core::Side::Midline))
                return static_cast<std::int32_t>(i);
        return -1;
    };
    for (const anatomy::Joint& joint : joints) {
        if (joint.midline) {
            instances.push_back(
                {joint.id, core::Side::Midline, find(joint.parent, core::Side::Midline), joint.at});
            continue;
        }
        for (const core::Side side : {core::Side::Right, core::Side::Left}) {
            const float mirror = side == core::Side::Left ? -1.0F : 1.0F;
            instances.push_back(
                {joint.id, side, find(joint.parent, side), joint.at * glm::vec3(mirror, 1, 1)});
        }
    }
    return instances;
}

std::uint32_t oppositeJoint(const std::vector<JointInstance>& joints, std::uint32_t joint)
{
    switch (joints[joint].side) {
    case core::Side::Right:
        return joint + 1;
    case core::Side::Left:
        return joint - 1;
    case core::Side::Midline:
        break;
    }
    return joint;
}

void weigh(Atlas& atlas, const std::vector<anatomy::Joint>& joints)
{
    const Carriers carriers(atlas, joints);
    std::vector<bool> weighed;
    for (const Shape& shape : atlas.shapes)
        weighed.push_back(!shape.weights.empty());
    core::parallelFor(atlas.shapes.size(), [&](std::size_t i) {
        if (!weighed[i])
            weighShape(atlas, atlas.shapes[i], atlas.structures[i], carriers);
    });
    if (atlas.skin.weights.empty() && !atlas.skin.mesh.empty())
        weighSkin(atlas);
    if (atlas.skin.mesh.empty())
        return;
    const geometry::Surface skin(std::make_shared<const geometry::Mesh>(atlas.skin.mesh));
    core::parallelFor(atlas.shapes.size(), [&](std::size_t i) {
        if (!weighed[i] && atlas.shapes[i].kind == anatomy::Kind::Muscle)
            drawToSkin(atlas, skin, atlas.shapes[i], carriers);
    });
}

} // namespace knotmap::body
