#include "engine/bake/joint_weights.h"

#include "engine/bake/limb_twist.h"
#include "engine/bake/skin_weights.h"
#include "engine/core/parallel.h"
#include "engine/geometry/surface.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <map>
#include <numeric>
#include <optional>
#include <string_view>

namespace knotmap::bake {
namespace {

using Shares = std::vector<float>; ///< one per joint

/// The bones that each joint of the right side and the midline carries, as one surface.
class Carriers
{
public:
    Carriers(const body::Atlas& atlas, const std::vector<anatomy::Joint>& joints)
        : m_surfaces(atlas.joints.size())
    {
        for (std::uint32_t i = 0; i < atlas.joints.size(); ++i) {
            const body::JointInstance& instance = atlas.joints[i];
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

    /// Distance in mm to the bones that a joint carries; nothing if it carries none.
    std::optional<float> distance(std::uint32_t joint, const glm::vec3& point) const
    {
        if (!m_surfaces[joint])
            return std::nullopt;
        return m_surfaces[joint]->closest(point)->distance;
    }

private:
    std::vector<std::optional<geometry::Surface>> m_surfaces;
    std::map<std::string, std::uint32_t> m_jointOfBone;
};

/// The joints from this one up to the root, itself first.
std::vector<std::uint32_t> chain(const body::Atlas& atlas, std::uint32_t joint)
{
    std::vector<std::uint32_t> up{joint};
    while (atlas.joints[up.back()].parent >= 0)
        up.push_back(static_cast<std::uint32_t>(atlas.joints[up.back()].parent));
    return up;
}

/// All joints on the paths between those given, through their nearest common ancestor.
std::vector<std::uint32_t> between(const body::Atlas& atlas, const std::vector<std::uint32_t>& ends)
{
    std::map<std::uint32_t, std::size_t> passed;
    for (const std::uint32_t end : ends)
        for (const std::uint32_t joint : chain(atlas, end))
            ++passed[joint];
    // Parents come before their children: the last joint on all paths is the nearest common one.
    std::uint32_t common = 0;
    for (const auto& [joint, times] : passed)
        if (times == ends.size())
            common = joint;
    std::vector<std::uint32_t> path;
    for (const auto& [joint, times] : passed)
        if (times < ends.size() || joint == common)
            path.push_back(joint);
    return path;
}

/// The joints that can move a muscle. One that attaches to no bone moves with whatever is near; one
/// with bones at one end only, such as the iliotibial tract, hangs on muscles from further up: with
/// all joints from there to the root.
std::vector<std::uint32_t> moversOf(const body::Atlas& atlas, const anatomy::Structure& muscle,
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

body::JointWeights weightsAt(const glm::vec3& point, const std::vector<std::uint32_t>& movers,
                             const Carriers& carriers, const LimbTwist* twist, Shares& shares)
{
    constexpr float kSoftMm = 2;
    std::fill(shares.begin(), shares.end(), 0.0F);
    for (const std::uint32_t joint : movers)
        if (const auto distance = carriers.distance(joint, point))
            shares[joint] = std::pow(*distance + kSoftMm, -3.0F);
    if (twist != nullptr)
        twist->share(point, shares.data());
    return body::strongest(shares.data(), shares.size());
}

void weighShape(const body::Atlas& atlas, body::Shape& shape, const anatomy::Structure& structure,
                const Carriers& carriers)
{
    const std::size_t count = shape.mesh.positions.size();
    if (shape.kind != anatomy::Kind::Muscle) {
        body::JointWeights rigid;
        rigid.joints[0] = static_cast<std::uint8_t>(carriers.jointOf(shape.id).value_or(0));
        rigid.shares[0] = 255;
        shape.weights.assign(count, rigid);
        return;
    }
    const std::vector<std::uint32_t> movers = moversOf(atlas, structure, carriers);
    // Deep muscles lie on the bones of the forearm and move with them.
    const LimbTwist twist = LimbTwist::ofForearm(atlas.joints);
    const bool twists = shape.layer != anatomy::Layer::Deep;
    Shares shares(atlas.joints.size());
    shape.weights.reserve(count);
    for (const glm::vec3& position : shape.mesh.positions)
        shape.weights.push_back(
            weightsAt(position, movers, carriers, twists ? &twist : nullptr, shares));
}

/// Adds a vertex's weights, scaled by a factor.
void addTo(Shares& shares, const body::JointWeights& weights, float factor)
{
    for (std::size_t slot = 0; slot < 4; ++slot)
        shares[weights.joints[slot]] += factor * static_cast<float>(weights.shares[slot]) / 255;
}

/// The nearer a muscle's vertices lie to the skin, compared with their distance to the bones, the
/// more they move with the skin: otherwise flesh would come through it where joints bend.
void drawToSkin(const body::Atlas& atlas, const geometry::Surface& skin, body::Shape& shape,
                const Carriers& carriers)
{
    constexpr float kSkinReachMm = 45;
    Shares shares(atlas.joints.size());
    for (std::size_t i = 0; i < shape.weights.size(); ++i) {
        const glm::vec3& point = shape.mesh.positions[i];
        const auto on = skin.closestWithin(point, kSkinReachMm);
        if (!on || on->position.x > 0)
            continue;
        float bone = kSkinReachMm;
        for (std::size_t slot = 0; slot < 4; ++slot)
            if (shape.weights[i].shares[slot] > 0)
                if (const auto distance = carriers.distance(shape.weights[i].joints[slot], point))
                    bone = std::min(bone, *distance);
        const float toSkin = bone / (bone + on->distance + 0.1F);
        std::fill(shares.begin(), shares.end(), 0.0F);
        addTo(shares, shape.weights[i], 1 - toSkin);
        for (int corner = 0; corner < 3; ++corner) {
            const std::size_t k = 3 * on->triangle + static_cast<std::size_t>(corner);
            addTo(shares, atlas.skin.weights[skin.mesh().indices[k]],
                  toSkin * on->barycentric[corner]);
        }
        shape.weights[i] = body::strongest(shares.data(), shares.size());
    }
}

} // namespace

struct Weighing::Work
{
    body::Atlas& atlas;
    Carriers carriers;
    std::vector<bool> given; ///< one per shape: its weights stay
};

Weighing::Weighing(body::Atlas& atlas, const std::vector<anatomy::Joint>& joints)
    : m_work(new Work{atlas, Carriers(atlas, joints), {}})
{
    for (const body::Shape& shape : atlas.shapes)
        m_work->given.push_back(!shape.weights.empty());
}

Weighing::~Weighing() = default;

void Weighing::weighShapes()
{
    body::Atlas& atlas = m_work->atlas;
    for (std::size_t i = 0; i < atlas.shapes.size(); ++i)
        if (!m_work->given[i])
            weighShape(atlas, atlas.shapes[i], atlas.structures[i], m_work->carriers);
}

void Weighing::weighSkin()
{
    body::Atlas& atlas = m_work->atlas;
    if (atlas.skin.weights.empty() && !atlas.skin.mesh.empty())
        bake::weighSkin(atlas);
    if (atlas.skin.mesh.empty())
        return;
    const geometry::Surface skin(std::make_shared<const geometry::Mesh>(atlas.skin.mesh));
    core::parallelFor(atlas.shapes.size(), [&](std::size_t i) {
        if (!m_work->given[i] && atlas.shapes[i].kind == anatomy::Kind::Muscle)
            drawToSkin(atlas, skin, atlas.shapes[i], m_work->carriers);
    });
}

void weigh(body::Atlas& atlas, const std::vector<anatomy::Joint>& joints)
{
    Weighing weighing(atlas, joints);
    weighing.weighShapes();
    weighing.weighSkin();
}

} // namespace knotmap::bake
