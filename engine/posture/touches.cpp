#include "engine/posture/touches.h"

#include "engine/body/skinning.h"
#include "engine/geometry/detail_level.h"
#include "engine/words/tr.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <map>
#include <optional>
#include <tuple>

namespace knotmap::posture {
namespace {

using anatomy::BodyPart;
using core::Side;
using Kind = props::SupportFace::Kind;

/// Skin nearer than this to a support rests on it: loaded tissue spreads, and a pose is solved to
/// some millimetres. It bears full load up to `kFullMm`.
constexpr float kTouchMm = 14, kFullMm = 5, kMinShare = 0.15F;
/// Skin deeper than this in a support is beside it, not on it.
constexpr float kSunkMm = 20;
/// A cushion takes the shape of the lowest part, to this height, of what lies on it.
constexpr float kInCushionMm = 30, kCushionHighMm = 300;
/// A foot this near to the floor stands on it: legs are placed to within centimetres.
constexpr float kFootNearMm = 45, kSoleMm = 10;
/// Far finer than the distance at which skin counts as touching.
constexpr float kSkinErrorMm = 2.5F;
/// Contacts of one part within a square of this width are merged.
constexpr float kPatchMm = 60;
/// Tissue on a mat: a square metre under body weight yields by slightly less than a millimetre. A
/// cushion is softer; a ball sinks deeper into the tissue than a flat surface.
constexpr float kFleshStiffness = 1200, kCushionSoftness = 0.4F, kToolStiffness = 8;

struct SkinSample
{
    glm::vec3 point{0};
    glm::vec3 bodyNormal{0}; ///< in the measured stance
    float area = 0;          ///< mm2
    std::uint32_t joint = 0;
    std::size_t link = 0;
};

/// Arm or head may rest on a table; the trunk is only near its edge. Legs beside a wall bear
/// nothing there, and a backrest steadies the trunk alone.
bool mayTouch(const BodyChain::Part& part, Kind kind)
{
    switch (kind) {
    case Kind::ChairBack:
        return part.group == BodyGroup::Trunk;
    case Kind::Wall:
        return part.bodyPart == BodyPart::Hand;
    case Kind::Table:
        return part.group == BodyGroup::Arm || part.group == BodyGroup::Head;
    case Kind::Cushion:
        return part.group == BodyGroup::Head || part.group == BodyGroup::Leg;
    default:
        return true;
    }
}

const char* trunkName(const glm::vec3& bodyNormal)
{
    if (bodyNormal.z < -0.5F)
        return tr("back");
    return bodyNormal.z > 0.5F ? tr("front of the trunk") : tr("side of the trunk");
}

/// The everyday name of the body part in contact.
std::string partName(const BodyChain::Part& part, Kind kind, const glm::vec3& bodyNormal)
{
    const auto sided = [&](const char* name) {
        return trf("{} {}", tr(core::sideName(part.side)), name);
    };
    if (part.bodyPart == BodyPart::Head)
        return tr("head");
    if (part.bodyPart == BodyPart::PelvicGirdle || part.bodyPart == BodyPart::Thigh) {
        if (kind == Kind::Seat)
            return tr("seat");
        if (part.bodyPart == BodyPart::PelvicGirdle)
            return bodyNormal.z > 0.5F ? tr("front of the hips") : tr("buttocks");
        return sided(std::abs(bodyNormal.x) > 0.6F ? tr("hip and thigh") : tr("thigh"));
    }
    if (part.bodyPart == BodyPart::Leg)
        return sided(tr("lower leg"));
    if (part.bodyPart == BodyPart::UpperArm)
        return sided(tr("upper arm"));
    if (part.bodyPart == BodyPart::Hand)
        return sided(kind == Kind::Table ? tr("forearm") : tr("hand"));
    if (part.group != BodyGroup::Trunk)
        return sided(tr(part.segment.c_str()));
    return trunkName(bodyNormal);
}

/// The fraction of an area that bears load, by its distance to a face; none if it is not above it.
std::optional<float> closeness(const props::SupportFace& face, const glm::vec3& point)
{
    const float height = glm::dot(point - face.low, face.normal);
    if (height > kTouchMm || height < -kSunkMm || !props::liesOver(face, point))
        return std::nullopt;
    return glm::mix(1.0F, kMinShare, glm::smoothstep(kFullMm, kTouchMm, height));
}

class Finder
{
public:
    Finder(const body::BodyModel& model, const SolvedPosition& solved, const BodyChain& chain)
        : m_solved(solved), m_chain(chain), m_samples(samplesOf(model))
    {}

    std::vector<Touch> onFaces()
    {
        std::vector<const SkinSample*> free;
        for (const SkinSample& sample : m_samples)
            if (!addToFace(sample))
                free.push_back(&sample);
        for (const props::SupportFace& face : m_solved.faces)
            if (face.kind == Kind::Cushion)
                addCushion(face, free);
        for (std::size_t link = 0; link < m_chain.parts.size(); ++link)
            if (m_chain.parts[link].bodyPart == BodyPart::Foot)
                addFoot(link);
        std::vector<Touch> touches;
        for (auto& [key, patch] : m_patches) {
            patch.push.pointMm /= patch.push.stiffness;
            touches.push_back(patch);
        }
        return touches;
    }

    /// The tool if the body lies or leans on it.
    std::optional<Touch> onTool(const std::string& name) const
    {
        if (!m_solved.toolAt || m_samples.empty())
            return std::nullopt;
        const glm::vec3 at = *m_solved.toolAt;
        const props::SupportFace* under = nullptr;
        float smallest = m_solved.toolReachMm;
        for (const props::SupportFace& face : m_solved.faces) {
            const float height = glm::dot(at - face.low, face.normal);
            if (height < -1 || height > smallest || !props::liesOver(face, at))
                continue;
            smallest = height;
            under = &face;
        }
        if (under == nullptr)
            return std::nullopt;
        const auto nearest = std::min_element(
            m_samples.begin(), m_samples.end(), [&](const SkinSample& a, const SkinSample& b) {
                return glm::distance(a.point, at) < glm::distance(b.point, at);
            });
        constexpr float kPi = 3.1416F;
        const float area = kPi * m_solved.toolContactMm * m_solved.toolContactMm / 4;
        Touch touch{name, {}, under->kind == Kind::Wall, true, {{at.x, at.z}}};
        touch.push = {nearest->link, at - smallest * under->normal,
                      under->normal, kToolStiffness * kFleshStiffness * 1e-6F * area,
                      false,         -1};
        return touch;
    }

private:
    std::vector<SkinSample> samplesOf(const body::BodyModel& model) const
    {
        const body::Skin& skin = model.atlas->skin;
        const auto& indices = geometry::trianglesWithin(skin.mesh, skin.coarser, kSkinErrorMm);
        std::vector<SkinSample> samples;
        samples.reserve(indices.size() / 3);
        for (std::size_t i = 0; i + 2 < indices.size(); i += 3) {
            std::array<glm::vec3, 3> corner;
            for (std::size_t k = 0; k < 3; ++k) {
                const std::uint32_t vertex = indices[i + k];
                const body::RigidTransform transform =
                    body::blend(skin.weights[vertex], m_solved.transforms);
                const glm::vec3 point =
                    body::transformPoint(transform, skin.mesh.positions[vertex]);
                corner[k] = glm::vec3(m_solved.placement * glm::vec4(point, 1));
            }
            SkinSample sample;
            sample.point = (corner[0] + corner[1] + corner[2]) / 3.0F;
            sample.area =
                0.5F * glm::length(glm::cross(corner[1] - corner[0], corner[2] - corner[0]));
            sample.bodyNormal = skin.mesh.normals[indices[i]];
            sample.joint = body::strongestJoint(skin.weights[indices[i]]);
            sample.link = m_chain.linkOf[sample.joint];
            samples.push_back(sample);
        }
        return samples;
    }

    bool addToFace(const SkinSample& sample)
    {
        for (const props::SupportFace& face : m_solved.faces) {
            if (face.kind == Kind::Cushion || !mayTouch(m_chain.parts[sample.link], face.kind))
                continue;
            if (const auto near = closeness(face, sample.point)) {
                const float height = glm::dot(sample.point - face.low, face.normal);
                add(sample, face, sample.point - height * face.normal, *near);
                return true;
            }
        }
        return false;
    }

    /// The lowest contact of each part that lies on it.
    void addCushion(const props::SupportFace& face, const std::vector<const SkinSample*>& free)
    {
        std::map<std::size_t, float> lowest;
        const auto over = [&](const SkinSample& sample) {
            return mayTouch(m_chain.parts[sample.link], face.kind) &&
                   props::liesOver(face, sample.point) &&
                   sample.point.y < face.low.y + kCushionHighMm;
        };
        for (const SkinSample* sample : free)
            if (over(*sample)) {
                float& low = lowest.emplace(sample->link, sample->point.y).first->second;
                low = std::min(low, sample->point.y);
            }
        for (const SkinSample* sample : free)
            if (over(*sample) && sample->point.y < lowest[sample->link] + kInCushionMm)
                add(*sample, face, sample->point, kCushionSoftness);
    }

    /// A foot just above the floor, by its lowest part.
    void addFoot(std::size_t link)
    {
        for (const auto& [key, patch] : m_patches)
            if (patch.push.link == link)
                return;
        const props::SupportFace* under = nullptr;
        float smallest = kFootNearMm;
        const auto over = [&](const SkinSample& sample, const props::SupportFace& face) {
            return sample.link == link && face.kind == Kind::Floor &&
                   props::liesOver(face, sample.point);
        };
        for (const SkinSample& sample : m_samples)
            for (const props::SupportFace& face : m_solved.faces)
                if (const float height = sample.point.y - face.low.y;
                    over(sample, face) && height > 0 && height < smallest) {
                    smallest = height;
                    under = &face;
                }
        if (under == nullptr)
            return;
        for (const SkinSample& sample : m_samples)
            if (over(sample, *under) && sample.point.y < under->low.y + smallest + kSoleMm)
                add(sample, *under, {sample.point.x, under->low.y, sample.point.z}, 1);
    }

    void add(const SkinSample& sample, const props::SupportFace& face, const glm::vec3& point,
             float share)
    {
        const bool wall = face.kind == Kind::Wall, back = face.kind == Kind::ChairBack;
        const std::string name =
            back ? "" : partName(m_chain.parts[sample.link], face.kind, sample.bodyNormal);
        const glm::ivec3 cell(glm::floor(point / kPatchMm));
        const auto [found, fresh] =
            m_patches.try_emplace({name, sample.link, cell.x, cell.y, cell.z});
        Touch& patch = found->second;
        if (fresh)
            patch.push.stiffness = 0;
        patch.name = name;
        patch.wall = wall;
        patch.push.link = sample.link;
        patch.push.normal = face.normal;
        patch.push.grips = !wall && !back;
        const float stiffness = kFleshStiffness * 1e-6F * share * sample.area;
        patch.push.stiffness += stiffness;
        patch.push.pointMm += stiffness * point;
        patch.groundPlan.emplace_back(point.x, point.z);
    }

    const SolvedPosition& m_solved;
    const BodyChain& m_chain;
    std::vector<SkinSample> m_samples;
    std::map<std::tuple<std::string, std::size_t, int, int, int>, Touch> m_patches;
};

} // namespace

std::vector<Touch> touchesOf(const body::BodyModel& model, const SolvedPosition& solved,
                             const BodyChain& chain, const std::string& toolName)
{
    Finder finder(model, solved, chain);
    std::vector<Touch> touches = finder.onFaces();
    if (auto tool = finder.onTool(toolName))
        touches.push_back(*tool);
    return touches;
}

} // namespace knotmap::posture
