#include "engine/body/atlas_validation.h"

#include "engine/words/tr.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <set>
#include <utility>

namespace knotmap::body {
namespace {

using Finding = std::optional<std::string>;

constexpr float kThickestMm = 300;
constexpr float kCoarsestMm = 1000;
constexpr int kAllShares = 255;

bool within(float value, float low, float high)
{
    return value >= low && value <= high; // false for NaN
}

bool pointFits(const glm::vec3& position)
{
    return within(std::abs(position.x), 0, kMaxCoordinateMm) &&
           within(std::abs(position.y), 0, kMaxCoordinateMm) &&
           within(std::abs(position.z), 0, kMaxCoordinateMm);
}

/// The first id that is empty or occurs twice.
template <typename Entry, typename Key>
Finding doubled(const std::vector<Entry>& entries, std::string_view what, Key key)
{
    std::set<decltype(key(entries.front()))> seen;
    for (const Entry& entry : entries) {
        if (entry.id.empty())
            return trf("a {} has no name", what);
        if (!seen.insert(key(entry)).second)
            return trf("{} '{}' occurs twice", what, entry.id);
    }
    return std::nullopt;
}

bool layerFits(anatomy::Kind kind, anatomy::Layer layer)
{
    if (kind != anatomy::Kind::Muscle)
        return layer == anatomy::Layer::Bone;
    return layer != anatomy::Layer::Skin && layer != anatomy::Layer::Bone;
}

Finding checkSheet(const geometry::Sheet& sheet)
{
    const auto curves = [](int count) {
        return count >= kMinSheetCurves && count <= kMaxSheetCurves;
    };
    if (!curves(sheet.rows) || !curves(sheet.columns))
        return trf("a fibre sheet has {} rows and {} columns", sheet.rows, sheet.columns);
    if (sheet.points.size() != static_cast<std::size_t>(sheet.rows * sheet.columns))
        return tr("a fibre sheet has too few or too many points");
    for (const glm::vec4& point : sheet.points)
        if (!pointFits(glm::vec3(point)) || !within(point.w, 0, kThickestMm))
            return tr("a fibre sheet lies outside any possible body");
    if (!within(sheet.fleshBegin, 0, 1) || !within(sheet.fleshEnd, sheet.fleshBegin, 1))
        return tr("the tendons of a fibre sheet are longer than the sheet");
    return std::nullopt;
}

Finding checkSurface(const geometry::Mesh& mesh, const std::vector<geometry::DetailLevel>& coarser,
                     const std::vector<JointWeights>& weights, std::size_t joints)
{
    if (mesh.empty())
        return tr("a mesh is empty");
    if (!pointsFit(mesh.positions))
        return tr("a mesh lies outside any possible body");
    for (const geometry::DetailLevel& level : coarser)
        if (level.indices.empty() || !within(level.errorMm, 0, kCoarsestMm))
            return tr("a coarser level of a mesh is empty or has no error");
    if (weights.size() != (joints > 0 ? mesh.positions.size() : 0))
        return tr("the number of joint weights does not match the vertices of a mesh");
    for (const JointWeights& each : weights) {
        int sum = 0;
        for (std::size_t slot = 0; slot < each.joints.size(); ++slot) {
            if (each.joints[slot] >= joints)
                return tr("a vertex refers to a joint that does not exist");
            sum += each.shares[slot];
        }
        if (sum != kAllShares)
            return tr("the joint weights of a vertex do not add up to 1");
    }
    return std::nullopt;
}

Finding checkShape(const anatomy::Structure& structure, const Shape& shape, std::size_t joints)
{
    if (shape.id != structure.id || shape.kind != structure.kind ||
        shape.layer != structure.layer || shape.midline != structure.midline)
        return trf("the shape of '{}' belongs to something else", structure.id);
    if (!layerFits(shape.kind, shape.layer))
        return trf("'{}' is in an impossible layer", structure.id);
    for (const geometry::Sheet& sheet : shape.sheets)
        if (auto found = checkSheet(sheet))
            return found;
    return checkSurface(shape.mesh, shape.coarser, shape.weights, joints);
}

/// A joint's parent comes before it; a joint of the right is followed by its left counterpart.
Finding checkJoints(const std::vector<JointInstance>& joints)
{
    for (std::size_t i = 0; i < joints.size(); ++i) {
        const JointInstance& joint = joints[i];
        if (joint.parent < -1 || joint.parent >= static_cast<std::int32_t>(i))
            return trf("joint '{}' has no parent before it", joint.id);
        if (!pointFits(joint.at))
            return trf("joint '{}' lies outside any possible body", joint.id);
        if (joint.key.digit > anatomy::kDigits)
            return trf("joint '{}' belongs to no possible digit", joint.id);
        const bool left = joint.side == core::Side::Left;
        const bool follows = i > 0 && joints[i - 1].side == core::Side::Right;
        if (left != follows || (left && joints[i - 1].id != joint.id))
            return trf("joint '{}' has no mirror image on the other side", joint.id);
    }
    if (!joints.empty() && joints.back().side == core::Side::Right)
        return trf("joint '{}' has no mirror image on the other side", joints.back().id);
    return std::nullopt;
}

Finding checkNames(const Atlas& atlas)
{
    const auto byId = [](const auto& entry) { return entry.id; };
    const auto bySide = [](const auto& entry) { return std::make_pair(entry.id, entry.side); };
    if (auto found = doubled(atlas.structures, "structure", byId))
        return found;
    if (auto found = doubled(atlas.landmarks, "landmark", byId))
        return found;
    if (auto found = doubled(atlas.regions, "region", bySide))
        return found;
    return doubled(atlas.joints, "joint", bySide);
}

Finding checkSkin(const Atlas& atlas)
{
    const Skin& skin = atlas.skin;
    if (skin.regions.size() != skin.mesh.positions.size())
        return tr("the number of regions does not match the vertices of the skin");
    for (const std::uint16_t region : skin.regions)
        if (region >= atlas.regions.size())
            return tr("the skin refers to a region that does not exist");
    if (auto found = checkSurface(skin.mesh, skin.coarser, skin.weights, atlas.joints.size()))
        return found;
    const geometry::Bounds box = geometry::boundsOf(skin.mesh);
    if (!(box.low.x < 0 && box.high.x > 0))
        return tr("the skin has only one side");
    return std::nullopt;
}

} // namespace

bool pointsFit(const std::vector<glm::vec3>& positions)
{
    return std::all_of(positions.begin(), positions.end(), pointFits);
}

std::optional<std::string> contradiction(const Atlas& atlas)
{
    if (atlas.structures.empty() || atlas.structures.size() != atlas.shapes.size())
        return tr("the number of shapes does not match the structures");
    if (auto found = checkNames(atlas))
        return found;
    if (auto found = checkJoints(atlas.joints))
        return found;
    for (const LandmarkPosition& landmark : atlas.landmarks)
        if (!pointFits(landmark.position))
            return trf("landmark '{}' lies outside any possible body", landmark.id);
    for (std::size_t i = 0; i < atlas.shapes.size(); ++i)
        if (auto found = checkShape(atlas.structures[i], atlas.shapes[i], atlas.joints.size()))
            return found;
    return checkSkin(atlas);
}

} // namespace knotmap::body
